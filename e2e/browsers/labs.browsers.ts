/** What a person does in each lab, in browsers other than that of the whole suite. */

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { keptAt } from './kept';
import type { Page, Target } from './page';
import { expect, test } from './suite';

/** Small networks on few tasks: quick to train, with losses that move in sight. */
const regression =
  'arrange=side&initialiser=fan-in-uniform&innerRate=0.02&metaBatch=10&outerRate=0.002';
const optimizers =
  'preset=paper&dimension=3&problems=8&hidden=6&horizon=20&unroll=5&raceSteps=20&raceProblems=16&surfaceSteps=20&racers=learned,sgd,adam';
const omniglot =
  'preset=scratch&methods=maml,prototypical,pixels&filters=8&ways=3&queries=2&tasks=2&metricWays=5&metricQueries=2';

const contenders = [
  'MAML',
  'First-order MAML',
  'Reptile',
  'Joint pre-training',
  'Random initialisation',
];

const main: Target = { role: 'main' };
const race: Target = { role: 'region', name: 'Race' };
const figure = (name: string): Target => ({ role: 'figure', name });
const button = (name: string): Target => ({ role: 'button', name });

async function everyPlotAdapts(lab: Page): Promise<void> {
  for (const name of contenders) {
    await expect.poll(() => lab.text(figure(name)), name).toMatch(/loss \d/);
  }
}

/** Trains until this meta-iteration at least, then pauses. @returns where it rests */
async function trainTo(lab: Page, iteration: number): Promise<number> {
  await lab.click(button('Train'));
  await expect.poll(() => lab.iteration()).toBeGreaterThanOrEqual(iteration);
  await lab.click(button('Pause'));
  // Asked often: what is done next is done at once.
  await expect.poll(() => lab.status(), { intervals: [20] }).toContain('paused');
  return lab.iteration();
}

test('a run trains, pauses and rests', async ({ lab }) => {
  await lab.open(`#/regression?${regression}`);
  await everyPlotAdapts(lab);
  await expect.poll(() => lab.status()).toContain('ready');
  const at = await trainTo(lab, 50);
  await lab.click(button('Step'));
  await expect.poll(() => lab.iteration()).toBe(at + 1);
  expect(await lab.status()).toContain('paused');
});

test('numbers that grow move nothing', async ({ lab }) => {
  await lab.open('#/regression?arrange=side&contenders=maml,random&metaBatch=1&hidden=8');
  await expect.poll(() => lab.status()).toContain('ready');
  const places = async () => {
    const seen = [];
    for (const target of [button('Step'), button('Reset'), button('New task'), figure('MAML')]) {
      const { x, y, width, height } = (await lab.see(target))!;
      seen.push([x, y, width, height].map(Math.round));
    }
    return seen;
  };
  await lab.click(button('Train'));
  await expect.poll(() => lab.iteration()).toBeGreaterThan(0);
  const before = await places();
  await expect.poll(() => lab.iteration()).toBeGreaterThan(1_000);
  expect(await places()).toEqual(before);
});

test('a run that is left in the moment of its pause stands in nobody’s way', async ({ lab }) => {
  await lab.open(`#/regression?${regression}`);
  await trainTo(lab, 50);
  await lab.open(`#/optimizers?${optimizers}`);
  await expect.poll(() => lab.status()).toContain('ready');
  await expect.poll(() => lab.text(race)).toContain('After 20 steps');
  await lab.back('#/regression');
  await everyPlotAdapts(lab);
  await expect.poll(() => lab.status()).toMatch(/paused|ready/);
  // Where it was; or at its beginning, as there was hardly time to keep it.
  await trainTo(lab, (await lab.iteration()) + 1);
});

test('a run comes back where it was', async ({ lab }) => {
  await lab.open(`#/regression?${regression}`);
  const left = await trainTo(lab, 50);
  await expect.poll(() => keptAt(lab, 'regression')).toBe(left);
  await lab.open(`#/optimizers?${optimizers}`);
  await expect.poll(() => lab.text(race)).toContain('After 20 steps');

  // By a link of the same document, and back.
  await lab.click({ role: 'link', name: 'Regression' });
  await expect.poll(() => lab.text(main)).toMatch(/[\d.]+\s*MAML: squared error/);
  await lab.back('#/optimizers');
  await expect.poll(() => lab.text(race)).toContain('After 20 steps');

  await lab.back('#/regression');
  await everyPlotAdapts(lab);
  await expect.poll(() => lab.status()).toContain('paused');
  expect(await lab.iteration()).toBe(left);
  const further = await trainTo(lab, left + 1);
  await expect.poll(() => keptAt(lab, 'regression')).toBe(further);
  await lab.reload();
  await everyPlotAdapts(lab);
  await expect.poll(() => lab.status()).toContain('paused');
  expect(await lab.iteration()).toBe(further);
});

test('adaptation follows a support point that is dragged', async ({ lab }) => {
  await lab.open(`#/regression?${regression}`);
  await everyPlotAdapts(lab);
  const pointOf = (name: string): Target => ({
    role: 'slider',
    // Nothing lies over this one.
    name: /^Support point 3 of/,
    within: figure(name),
  });
  const place = async (name: string) => (await lab.see(pointOf(name)))?.valueText;
  const loss = async () => /loss [\d.]+/.exec(await lab.text(figure('MAML')))?.[0];
  const before = { place: await place('MAML'), loss: await loss() };
  await lab.dragBy(pointOf('MAML'), { x: 0, y: 60 });
  await expect.poll(() => place('MAML')).not.toBe(before.place);
  await expect.poll(loss).not.toBe(before.loss);
  // The other contenders have the same task.
  expect(await place('Reptile')).toBe(await place('MAML'));
});

test('what is drawn by hand is classified', async ({ lab }) => {
  const panel: Target = { role: 'region', name: 'Draw characters' };
  const pad: Target = { role: 'application', within: panel };
  const predictions: Target = { role: 'list', name: 'Predictions' };
  await lab.open(`#/omniglot?${omniglot}`);
  await lab.click(button('Draw one'));
  await expect.poll(() => lab.text(panel)).toContain('adapted and predicted in');
  await lab.click({ role: 'button', name: 'Erase', within: panel });
  await expect.poll(() => lab.text(panel)).toContain('Draw something to classify.');
  expect(await lab.text(predictions)).not.toContain('%');
  await lab.draw(pad, [
    { x: 0.3, y: 0.2 },
    { x: 0.3, y: 0.8 },
    { x: 0.7, y: 0.8 },
  ]);
  await expect.poll(() => lab.text(panel)).toContain('1 stroke');
  await expect.poll(() => lab.text(panel)).toContain('adapted and predicted in');
  expect(await lab.text(predictions)).toMatch(/MAML\s+[A-C] \d+%/);
  await lab.draw(pad, [
    { x: 0.7, y: 0.2 },
    { x: 0.5, y: 0.5 },
  ]);
  await expect.poll(() => lab.text(panel)).toContain('2 strokes');
  await expect.poll(() => lab.text(panel)).toContain('adapted and predicted in');
});

test('an optimiser is saved as a file and loaded again, and a wrong file is refused', async ({
  lab,
}) => {
  const { downloads } = lab.driver;
  await lab.open(`#/optimizers?${optimizers}`);
  await expect.poll(() => lab.text(race)).toContain('After 20 steps');
  await trainTo(lab, 10);
  await lab.click(button('Settings'));
  await lab.click(button('Save optimiser'));
  const saved = path.join(downloads, 'learned-optimizer.json');
  // A file is there before all of it is.
  await expect(() => {
    expect(JSON.parse(readFileSync(saved, 'utf8')).network.hidden).toEqual([6]);
  }).toPass({ timeout: 60_000 });
  await lab.choose('Checkpoint file', saved);
  await expect.poll(() => lab.text(main)).toContain('trained in the page');
  await expect.poll(() => lab.iteration()).toBe(0);

  const at = await trainTo(lab, 10);
  for (const [name, text, reason] of [
    ['notes.json', 'no JSON at all', 'the file is damaged: it is not JSON'],
    ['foreign.json', '{"format": "another"}', 'not a checkpoint of this lab'],
  ] as const) {
    writeFileSync(path.join(downloads, name), text);
    await lab.choose('Checkpoint file', path.join(downloads, name));
    await expect.poll(() => lab.text({ role: 'alert' })).toContain(reason);
    await lab.click(button('Dismiss'));
    await expect.poll(() => lab.see({ role: 'alert' })).toBeNull();
  }
  expect(await lab.iteration()).toBe(at);
});
