/** What must not be lost, and what is said, when something breaks. */

import { expect, type Page, test } from '@playwright/test';
import { Lab } from './lab';

/** Runs `patch` in the worker before its own code. */
async function patchWorker(page: Page, patch: string): Promise<void> {
  await page.route('**/worker-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${patch}\n${await response.text()}` });
  });
}

/** Lets a test reach the worker's WebGL context. */
const keepContext = `{
  const get = OffscreenCanvas.prototype.getContext;
  OffscreenCanvas.prototype.getContext = function (...args) {
    const context = get.apply(this, args);
    self.testContext = context;
    return context;
  };
}`;
/** Lets a test reach the worker's WebGPU device. */
const keepDevice = `{
  const request = GPUAdapter.prototype.requestDevice;
  GPUAdapter.prototype.requestDevice = async function (...args) {
    const device = await request.apply(this, args);
    self.testDevice = device;
    return device;
  };
}`;

/** The run has left an engine, says why, and trains on. */
async function movesOn(lab: Lab, engine: 'WebGL' | 'WebGPU', why: string, from: number) {
  await expect(lab.notice(why)).toBeVisible({ timeout: 90_000 });
  await expect(lab.status).not.toContainText(engine);
  await expect.poll(() => lab.iteration(), { timeout: 90_000 }).toBeGreaterThan(from);
}

const quick = 'metaBatch=3&hidden=8&testSteps=3&contenders=maml,random';

test('a worker that is killed is replaced, and the run goes on from its last snapshot', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open(quick);
  await lab.button('Train').click();
  await expect.poll(() => lab.iteration()).toBeGreaterThan(200);
  await page.waitForTimeout(1200);
  await page.workers()[0]!.evaluate(() => self.close());
  await expect(lab.notice('The run goes on from meta-iteration')).toBeVisible();
  const from = Number(
    /meta-iteration ([\d,]+)/
      .exec((await lab.notice('The run goes on').textContent())!)![1]!
      .replaceAll(',', ''),
  );
  expect(from).toBeGreaterThan(0);
  await expect.poll(() => lab.iteration()).toBeGreaterThan(from);
  await expect(lab.button('Pause')).toBeVisible();
});

test('an error in the worker is met in the same way', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(quick);
  await lab.trainTo(20);
  const at = await lab.iteration();
  await page.workers()[0]!.evaluate(() => {
    setTimeout(() => {
      throw new Error('cosmic ray');
    });
  });
  await expect(lab.notice('cosmic ray')).toBeVisible();
  await expect(lab.status).toContainText('paused');
  expect(await lab.iteration()).toBe(at);
  await lab.button('Step').click();
  await expect.poll(() => lab.iteration()).toBe(at + 1);
});

test('a lost WebGL context moves the run to the next engine', async ({ page }) => {
  await patchWorker(page, keepContext);
  const lab = new Lab(page);
  await lab.open(`${quick}&engine=tfjs-webgl`);
  await expect(lab.status).toContainText('WebGL');
  await lab.trainTo(4);
  const at = await lab.iteration();
  await lab.button('Train').click();
  await page.workers()[0]!.evaluate(() => {
    const context = (self as unknown as { testContext: WebGL2RenderingContext }).testContext;
    context.getExtension('WEBGL_lose_context')!.loseContext();
  });
  await movesOn(lab, 'WebGL', 'the WebGL context was lost', at + 20);
});

test('a lost WebGPU device moves the run to the next engine', async ({ page }) => {
  await patchWorker(page, keepDevice);
  const lab = new Lab(page);
  await page.goto(`./#/regression?${quick}&engine=tfjs-webgpu`);
  await lab.adapted(90_000);
  await expect(lab.status).toContainText('WebGPU');
  await lab.button('Step').click();
  await expect.poll(() => lab.iteration()).toBe(1);
  await lab.button('Train').click();
  await page
    .workers()[0]!
    .evaluate(() => (self as unknown as { testDevice: GPUDevice }).testDevice.destroy());
  await movesOn(lab, 'WebGPU', 'Computation was interrupted', 20);
});

test('WebGL memory that runs out without a word moves the run to the next engine', async ({
  page,
}) => {
  await patchWorker(page, keepContext);
  const lab = new Lab(page);
  await lab.open(`${quick}&engine=tfjs-webgl`);
  await lab.button('Train').click();
  await page.workers()[0]!.evaluate(() => {
    const context = (self as unknown as { testContext: WebGL2RenderingContext }).testContext;
    context.getError = () => context.OUT_OF_MEMORY;
  });
  await movesOn(lab, 'WebGL', 'the graphics device is out of memory', 20);
});

test('WebGPU memory that runs out moves the run to the next engine', async ({ page }) => {
  await patchWorker(page, keepDevice);
  const lab = new Lab(page);
  await page.goto(`./#/regression?${quick}&engine=tfjs-webgpu`);
  await lab.adapted(90_000);
  await page.workers()[0]!.evaluate(() => {
    const device = (self as unknown as { testDevice: GPUDevice }).testDevice;
    const error = new GPUOutOfMemoryError('no memory left');
    device.dispatchEvent(new GPUUncapturedErrorEvent('uncapturederror', { error }));
  });
  await lab.button('Train').click();
  await movesOn(lab, 'WebGPU', 'the graphics device is out of memory', 20);
});

test('an Omniglot run whose textures cannot be had goes on, on the next engine', async ({
  page,
}) => {
  await patchWorker(page, keepContext);
  await page.route('**/data/omniglot.pack', (route) => route.abort());
  const lab = new Lab(page);
  await page.goto(
    './#/omniglot?preset=scratch&methods=prototypical&filters=8&ways=2&queries=1&metricWays=3&metricQueries=1&engine=tfjs-webgl',
  );
  await expect(lab.status).toContainText('WebGL');
  await lab.button('Draw one').click();
  await expect(page.getByText(/adapted and predicted in/)).toBeVisible({ timeout: 90_000 });
  await page.workers()[0]!.evaluate(() => {
    const context = (self as unknown as { testContext: WebGL2RenderingContext }).testContext;
    context.createTexture = () => null as unknown as WebGLTexture;
    context.getError = () => context.NO_ERROR;
  });
  await lab.button('Train').click();
  await movesOn(lab, 'WebGL', 'Computation was interrupted', 20);
});

test('an engine that this browser does not have gives way to the next, and says so', async ({
  page,
}) => {
  await patchWorker(page, `Object.defineProperty(navigator, 'gpu', { value: undefined });`);
  const lab = new Lab(page);
  await lab.open(`${quick}&engine=tfjs-webgpu`);
  await expect(lab.notice('this browser has no WebGPU')).toBeVisible();
  await expect(lab.status).not.toContainText('WebGPU');
  await lab.trainTo(3);
});

test('without WebGPU, WebGL and WebAssembly the lab still works, slowly', async ({ page }) => {
  await patchWorker(
    page,
    `Object.defineProperty(navigator, 'gpu', { value: undefined });
     OffscreenCanvas.prototype.getContext = () => null;
     delete self.WebAssembly;`,
  );
  const lab = new Lab(page);
  await lab.open(quick);
  await expect(lab.status).toContainText('CPU');
  await lab.trainTo(3);
});

test('without WebAssembly SIMD the run moves to TensorFlow.js, and says so', async ({ page }) => {
  await patchWorker(
    page,
    `{ const validate = WebAssembly.validate;
       WebAssembly.validate = (bytes) => bytes.length < 100 && validate(bytes); }`,
  );
  const lab = new Lab(page);
  await lab.open(quick);
  await expect(lab.notice('WebAssembly SIMD')).toBeVisible();
  await expect(lab.status).toContainText('TensorFlow.js');
  await lab.trainTo(3);
});

for (const engine of ['simd', 'tfjs-wasm', 'tfjs-cpu', 'tfjs-webgl'] as const) {
  test(`the page runs on ${engine}`, async ({ page }) => {
    const lab = new Lab(page);
    await lab.open(`${quick}&engine=${engine}`);
    await lab.trainTo(5);
    const { MAML } = await lab.table('Meta-training loss');
    expect(MAML!.every(Number.isFinite)).toBe(true);
  });
}

test('a learning rate that diverges marks the contender, and the others go on', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('outerOptimizer=sgd&outerRate=1&initialiser=fan-in-uniform&reptileRate=0.1');
  await lab.button('Train').click();
  await expect(lab.figure('MAML')).toContainText(/diverged at \d/);
  const compare = page.getByRole('region', { name: 'Compare' });
  await expect(compare.getByText(/diverged at/).first()).toHaveAttribute(
    'title',
    /Lower Rate α \(now 0\.01\) or Rate β \(now 1\)/,
  );
  const at = await lab.iteration();
  await expect.poll(() => lab.iteration()).toBeGreaterThan(at + 50);
  await expect(lab.figure('Reptile')).toContainText(/loss \d/);
});

test('without storage everything works, and one notice says what is not kept', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get: refuse });
    Object.defineProperty(window, 'indexedDB', { get: refuse });
  });
  const lab = new Lab(page);
  await lab.open(quick);
  await expect(lab.notice('This browser allows no storage')).toBeVisible();
  await lab.trainTo(10);
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('full storage is said, and loses nothing of the run', async ({ page }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  const lab = new Lab(page);
  await lab.open(quick);
  await lab.trainTo(10);
  await expect(lab.notice('Browser storage is full')).toBeVisible();
  const at = await lab.iteration();
  await lab.button('Train').click();
  await expect.poll(() => lab.iteration()).toBeGreaterThan(at);
});

test('notices can be put away', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('shots=abc');
  await expect(lab.notice('shots')).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(lab.notice('shots')).toHaveCount(0);
});
