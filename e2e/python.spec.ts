import { readFile } from 'node:fs/promises';
import { type Download, expect, type Page, test } from '@playwright/test';
import { Lab } from './lab';
import { violationsIn } from './violations';

const SMALL = 'hidden=8&metaBatch=5&contenders=maml,joint&engine=simd';

/** Opens what is taken to Python, a way to share the lab. */
async function opened(page: Page, address: string, share = 'Share…') {
  await page.goto(address);
  await page.getByRole('button', { name: share }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Python' }).click();
  const part = page.locator('[data-part="python"]');
  await expect(part).toBeVisible();
  return part;
}

async function saved(page: Page, press: () => Promise<void>): Promise<[Download, Buffer]> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return [download, await readFile(await download.path())];
}

test('a run of the regression lab is taken along as script, notebook and weights', async ({
  page,
}) => {
  const lab = new Lab(page);
  const part = await opened(page, `./#/regression?${SMALL}`);
  await lab.adapted();
  const press = (name: string) => () => part.getByRole('button', { name }).click();

  const [script, code] = await saved(page, press('Python script'));
  expect(script.suggestedFilename()).toBe('regression.py');
  const text = code.toString();
  expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(200);
  expect(text).toContain('HIDDEN, ACTIVATION = [8], nn.ReLU');
  expect(text).toContain('def joint(');
  expect(text).not.toContain('def reptile(');
  await expect(part.locator('pre').last()).toHaveText(text.trim(), { useInnerText: false });

  const [notebook, cells] = await saved(page, press('Notebook'));
  expect(notebook.suggestedFilename()).toBe('regression.ipynb');
  const { nbformat, cells: all } = JSON.parse(cells.toString());
  expect(nbformat).toBe(4);
  expect(all.length).toBeGreaterThan(8);

  const [weights, bytes] = await saved(page, press('Weights'));
  expect(weights.suggestedFilename()).toBe('regression.safetensors');
  const size = 8 + Number(bytes.readBigUInt64LE(0));
  const { __metadata__: notes, ...tensors } = JSON.parse(bytes.subarray(8, size).toString());
  expect(tensors['maml.0.weight']).toMatchObject({ dtype: 'F32', shape: [8, 1] });
  expect(notes.link).toContain('#/regression?');
  const ends = Object.values(tensors as Record<string, { data_offsets: [number, number] }>).map(
    ({ data_offsets }) => data_offsets[1],
  );
  expect(size + Math.max(...ends)).toBe(bytes.length);

  // Once the page has measured all held-out tasks, it says what to expect.
  await expect(part.getByRole('row', { name: /^MAML 1 / })).toBeVisible();
  expect(await violationsIn(page, '[data-part="python"]')).toEqual([]);
});

for (const [name, method] of [
  ['optimizers', 'def propose('],
  ['omniglot', 'def prototypes('],
] as const) {
  test(`the lab ${name} is taken along`, async ({ page }) => {
    test.slow();
    const part = await opened(page, `./#/${name}`);
    const button = part.getByRole('button', { name: 'Python script' });
    await expect(button).toBeEnabled();
    // Omniglot's figures take longer than a test should.
    if (name === 'optimizers') await expect(part.getByText('trained beforehand')).toBeVisible();
    const [script, code] = await saved(page, () => button.click());
    expect(script.suggestedFilename()).toBe(`${name}.py`);
    expect(code.toString()).toContain(method);
    expect(code.toString().trimEnd().split('\n').length).toBeLessThanOrEqual(200);
    const [, bytes] = await saved(page, () =>
      part.getByRole('button', { name: 'Weights' }).click(),
    );
    const size = 8 + Number(bytes.readBigUInt64LE(0));
    expect(Object.keys(JSON.parse(bytes.subarray(8, size).toString())).length).toBeGreaterThan(3);
  });
}

test('a browser that does not let the page copy says so', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  });
  const part = await opened(page, `./#/regression?${SMALL}`);
  await part.getByRole('button', { name: 'Copy code' }).click();
  await expect(page.getByText('This browser does not let the page copy.')).toBeVisible();
});

test('it speaks Chinese', async ({ page }) => {
  const part = await opened(page, `./?lang=zh#/regression?${SMALL}`, '分享…');
  await expect(part.getByRole('button', { name: '权重（.safetensors）' })).toBeVisible();
  expect(await violationsIn(page, '[data-part="python"]')).toEqual([]);
});

test('the readers of the memory lab are taken along, with the streams that they are judged by', async ({
  page,
}) => {
  test.slow();
  const address = './#/memory?characters=procedural&readers=mann,feedforward&testLength=10';
  const part = await opened(page, address);
  const [script, code] = await saved(page, () =>
    part.getByRole('button', { name: 'Python script' }).click(),
  );
  expect(script.suggestedFilename()).toBe('memory.py');
  expect(code.toString()).toContain('def mann(');
  expect(code.toString()).not.toContain('def snail(');
  const [weights, bytes] = await saved(page, () =>
    part.getByRole('button', { name: 'Weights' }).click(),
  );
  expect(weights.suggestedFilename()).toBe('memory.safetensors');
  const size = 8 + Number(bytes.readBigUInt64LE(0));
  const tensors = JSON.parse(bytes.subarray(8, size).toString());
  expect(tensors.streams).toMatchObject({ dtype: 'F32', shape: [1000, 10] });
  expect(tensors.labels).toMatchObject({ dtype: 'U8', shape: [1000, 10] });
  expect(tensors['mann.controller_biases'].shape).toEqual([128]);
  await expect(part.getByRole('row', { name: /^Feed-forward 2 / })).toBeVisible({
    timeout: 60_000,
  });
  await expect(part.getByRole('columnheader', { name: 'Sighting' })).toBeVisible();
  await expect(part).not.toContainText('--device cuda');
});

test('with strings as labels the page says why there is no script; weights are taken by their own shape', async ({
  page,
}) => {
  const address =
    './#/memory?characters=procedural&labels=strings&ways=5&readers=feedforward&testLength=10';
  const part = await opened(page, address);
  await expect(part).toContainText('Scripts are written for labels of one of N alone');
  await expect(part).not.toContainText('add another method');
  await expect(part.getByRole('button', { name: 'Python script' })).toBeDisabled();
  const [, bytes] = await saved(page, () => part.getByRole('button', { name: 'Weights' }).click());
  const size = 8 + Number(bytes.readBigUInt64LE(0));
  const tensors = JSON.parse(bytes.subarray(8, size).toString());
  expect(tensors['feedforward.output_biases'].shape).toEqual([25]);
  const [from, to] = tensors.labels.data_offsets;
  // By their number among those of the stream.
  const labels = new Set(bytes.subarray(size + from, size + to));
  expect([...labels].sort()).toEqual([0, 1, 2, 3, 4]);
});
