/** What the methods trained beforehand say of the drawing that the page begins with, on the first episode. */

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { letterOf } from '../../../characters/letters';
import { createSimdEngine } from '../../../compute/simd/engine';
import type { SavedState } from '../../../contenders/state';
import { undisturbed } from '../../../session/turn';
import { readArchive } from '../../../tasks/glyphs/archive';
import { type Glyphs, splitCounts } from '../../../tasks/glyphs/glyphs';
import { decodePack, packOf } from '../../../tasks/glyphs/pack';
import { proceduralGlyphs } from '../../../tasks/glyphs/procedural';
import { whole } from '../../kit/questions';
import { omniglotExperimentOn } from '../experiment';
import { isTrained, type MethodName } from '../methods/registry';
import { presets } from '../presets';
import { parseCheckpoint } from '../trained/checkpoint';
import { nearestShipped } from '../trained/checkpoints';
import { mostProbable } from './drawn';
import { Pad } from './pad';

vi.setConfig({ testTimeout: 120_000 });

const archive = '../shared/omniglot/images_background.zip';
const { spec } = presets['omniglot-5way-1shot'];

function shipped(): Partial<Record<MethodName, SavedState>> {
  const trained = spec.methods.filter(isTrained).map((name) => {
    const file = `public/checkpoints/${nearestShipped(name, spec)}.json`;
    return [name, parseCheckpoint(readFileSync(file, 'utf8')).state] as const;
  });
  return Object.fromEntries(trained);
}

/** How many methods give each letter. */
async function letters(glyphs: Glyphs): Promise<Record<string, number>> {
  const characters = { source: glyphs.source, counts: splitCounts(glyphs) };
  const beforehand = { iteration: 0, methods: shipped(), diverged: [], characters };
  const engine = await createSimdEngine();
  const experiment = omniglotExperimentOn(async () => glyphs);
  const run = await experiment.create(engine, spec, beforehand);
  const pad = new Pad();
  pad.fit(spec);
  const question = { at: 'now', number: 0, replaced: pad.replaced } as const;
  pad.offer(await whole(run.answers.episode(question, undisturbed)));
  const { methods } = await whole(run.answers.draw({ at: 'now', ...pad.task }, undisturbed));
  run.dispose();
  const said = spec.methods.map((name) => letterOf(mostProbable(methods[name]!.at(-1)!)!));
  const counts: Record<string, number> = {};
  for (const letter of said) counts[letter] = (counts[letter] ?? 0) + 1;
  return counts;
}

describe('the default drawing', () => {
  it('parts the eight methods in three on the characters that the page makes up', async () => {
    expect(await letters(proceduralGlyphs())).toEqual({ A: 2, C: 5, D: 1 });
  });

  it.runIf(existsSync(archive))('parts them in five on Omniglot', async () => {
    const glyphs = decodePack(packOf([readArchive(readFileSync(archive))]));
    expect(await letters(glyphs)).toEqual({ A: 1, B: 1, C: 1, D: 2, E: 3 });
  });
});
