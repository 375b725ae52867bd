/** What is taken away, brought back and put within another page, in browsers other than that of the whole suite. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Target } from './page';
import { expect, test } from './suite';

const small = 'contenders=maml,random&metaBatch=2&hidden=8&testSteps=3&seed=7';
const button = (name: string, within?: Target): Target => ({
  ...{ role: 'button', name },
  ...(within === undefined ? {} : { within }),
});

/** Waits for a file, and until all of it is there. @param says to its end */
const saved = (folder: string, name: string, says: RegExp) =>
  expect(() => {
    expect(readFileSync(path.join(folder, name), 'utf8')).toMatch(says);
  }).toPass({ timeout: 60_000 });

test('of panels within another page one trains, and the other waits and says so', async ({
  lab,
}) => {
  const frame = (seed: number) =>
    `?embed=1&lang=en&show=transport&train=1#/regression?${small}&seed=${seed}`;
  await lab.openFrames([frame(1), frame(2)]);
  const waiting = async () =>
    (await lab.framesText()).map((text) => text.includes('This one waits for its turn'));
  await expect.poll(waiting).toContain(true);
  expect(await waiting()).toContain(false);
  const [trains] = (await lab.framesText()).filter((text) => !text.includes('waits for its turn'));
  expect(trains).toMatch(/meta-iteration [\d,]+ of/);
  expect(trains).toContain('Open in Inner Loop');
  // No header, and nothing about storage.
  expect(trains).not.toMatch(/Share…|storage/);
});

test('a figure is taken away as vectors and as numbers', async ({ lab }) => {
  const { downloads } = lab.driver;
  await lab.open(`#/regression?arrange=side&${small}`);
  const figure: Target = { role: 'figure', name: 'MAML' };
  await expect.poll(() => lab.text(figure)).toMatch(/loss \d/);
  for (const [kind, file, says] of [
    ['SVG', 'regression-maml-seed-7-iteration-0.svg', /Seed: 7[\s\S]*<\/svg>\s*$/],
    // The last of its rows is that of the greatest input.
    ['CSV', 'regression-maml-seed-7-iteration-0.csv', /# Seed: 7\r\n[\s\S]*\r\n5,[^\r]+$/],
  ] as const) {
    await lab.click(button('Take away', figure));
    await lab.click({ role: 'menuitem', name: kind });
    await saved(downloads, file, says);
  }
});

test('in Chinese, too, a figure is taken with its curves', async ({ lab }) => {
  const { downloads } = lab.driver;
  await lab.open(`#/regression?arrange=side&${small}`, '&lang=zh');
  const figure: Target = { role: 'figure', name: 'MAML' };
  await expect.poll(() => lab.text(figure)).toMatch(/损失\s*\d/);
  for (const [name, kind, says] of [
    ['SVG', 'svg', /<\/svg>\s*$/],
    ['PDF，矢量', 'pdf', /%%EOF\s*$/],
  ] as const) {
    await lab.click(button('导出', figure));
    await lab.click({ role: 'menuitem', name });
    await saved(downloads, `regression-maml-seed-7-iteration-0.${kind}`, says);
  }
  const svg = readFileSync(path.join(downloads, 'regression-maml-seed-7-iteration-0.svg'), 'utf8');
  // What is clipped is clipped to its plot.
  const clips = [...svg.matchAll(/<clipPath[^>]*><rect[^>]* width="([\d.]+)" height="([\d.]+)"/g)];
  expect(clips.length).toBeGreaterThan(0);
  for (const [, width, height] of clips) {
    expect(Number(width)).toBeGreaterThan(100);
    expect(Number(height)).toBeGreaterThan(50);
  }
});

test('a run is saved as a file, and opened again', async ({ lab }) => {
  const { downloads } = lab.driver;
  await lab.open(`#/regression?${small}`);
  await expect.poll(() => lab.status()).toContain('ready');
  await lab.click(button('Train'));
  await expect.poll(() => lab.iteration()).toBeGreaterThanOrEqual(40);
  await lab.click(button('Pause'));
  await expect.poll(() => lab.status(), { intervals: [20] }).toContain('paused');
  const at = await lab.iteration();
  const dialog: Target = { role: 'dialog' };
  await lab.click(button('Share…'));
  await lab.click(button('Run', dialog));
  await lab.click(button('Save the run', dialog));
  const file = `regression-run-${at}.json`;
  await saved(downloads, file, /\}\s*$/);
  await lab.open('#/optimizers?raceProblems=16&racers=sgd');
  await lab.click(button('Share…'));
  await lab.click(button('Run', dialog));
  await lab.choose('Open a run…', path.join(downloads, file));
  await expect.poll(() => lab.iteration()).toBe(at);
  await expect.poll(() => lab.status()).toContain('paused');
  await expect.poll(() => lab.text({ role: 'alert' })).toContain('goes on from meta-iteration');
  await lab.click(button('Dismiss'));
});
