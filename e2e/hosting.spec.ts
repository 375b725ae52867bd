/** Hosts that do what they should not. */

import { expect, test } from '@playwright/test';
import { Lab } from './lab';

for (const [engine, name] of [
  ['simd', 'WebAssembly SIMD'],
  ['tfjs-wasm', 'TensorFlow.js · WASM'],
] as const) {
  test(`a host that does not know what WebAssembly is has ${engine} all the same`, async ({
    page,
    context,
  }) => {
    const seen: string[] = [];
    // Of workers, too: the context hears them.
    await context.route('**/*.wasm', async (route) => {
      const response = await route.fetch();
      seen.push(route.request().url());
      const headers = { ...response.headers(), 'content-type': 'text/plain; charset=utf-8' };
      await route.fulfill({ response, headers });
    });
    const lab = new Lab(page);
    await page.goto(`./#/regression?engine=${engine}&metaBatch=2&hidden=8&testSteps=3`);
    await lab.trainTo(5);
    await expect(lab.status).toContainText(name);
    await expect(page.getByRole('alert')).toHaveCount(0);
    // Kernels of our own come within the script that needs them.
    expect(seen.length > 0).toBe(engine === 'tfjs-wasm');
  });
}
