/** One's own letters, large and small: what the network of alphabets that is shipped makes of them, by the functions of the page. */

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Engine } from '../../../compute/engine';
import { createSimdEngine } from '../../../compute/simd/engine';
import { undisturbed } from '../../../session/turn';
import { proceduralGlyphs } from '../../../tasks/glyphs/procedural';
import { whole } from '../../kit/questions';
import { omniglotExperimentOn } from '../experiment';
import { QUERY } from '../fields';
import { presets } from '../presets';
import { trainedFor } from '../trained/beginning';
import { mostProbable } from './drawn';
import { Pad } from './pad';
import { letterNames, type PlaceName, placed, placeNames, tenLetters } from './tenLetters';

vi.setConfig({ testTimeout: 120_000 });

let engine: Engine;
beforeAll(async () => {
  engine = await createSimdEngine();
  vi.stubGlobal('fetch', async (file: string) => new Response(readFileSync(`public${file}`)));
});
afterAll(() => {
  vi.unstubAllGlobals();
  engine.dispose();
});

const readers = ['alphabet', 'pixels'] as const;
type Reader = (typeof readers)[number];

/** What of them each has right in each place, of ten examples by one hand. */
async function readAs(normalise: 'off' | 'on') {
  const ways = letterNames.length;
  const spec = { ...presets.lake.spec, ways, normalise };
  const { snapshot } = await trainedFor(spec);
  const glyphs = proceduralGlyphs();
  const run = await omniglotExperimentOn(async () => glyphs).create(engine, spec, snapshot);
  const pad = new Pad();
  pad.fit(spec);
  const question = { at: 'now', number: 0, replaced: pad.replaced } as const;
  pad.offer(await whole(run.answers.episode(question, undisturbed)));
  letterNames.forEach((name, place) => {
    pad.draw(place, { kind: 'strokes', strokes: placed(tenLetters[name][0], 'large') });
  });
  const right = { alphabet: {}, pixels: {} } as Record<Reader, Record<PlaceName, string>>;
  for (const at of placeNames) {
    for (const reader of readers) right[reader][at] = '';
    for (const [way, name] of letterNames.entries()) {
      pad.draw(QUERY, { kind: 'strokes', strokes: placed(tenLetters[name][1], at) });
      const { methods } = await whole(run.answers.draw({ at: 'now', ...pad.task }, undisturbed));
      for (const reader of readers) {
        if (mostProbable(methods[reader]!.at(-1)!) === way) right[reader][at] += name;
      }
    }
  }
  run.dispose();
  return right;
}

it('a small letter in the corner is read as the large one is, where drawings are normalised', async () => {
  const all = letterNames.join('');
  const { alphabet, pixels } = await readAs('on');
  expect(alphabet).toEqual({ large: all, middling: all, small: all });
  // Pixels lose some of them, and most where drawings are not normalised.
  expect(pixels).toMatchObject({ large: all, middling: all });
  const drawn = (await readAs('off')).pixels;
  expect(drawn).toMatchObject({ large: all, middling: all });
  expect(pixels.small.length).toBeGreaterThan(drawn.small.length + 2);
});
