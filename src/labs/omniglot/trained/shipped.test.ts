/** What is shipped, on characters that it was not trained on, where the dataset is at hand. */

import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createSimdEngine } from '../../../compute/simd/engine';
import { release } from '../../../contenders/state';
import { mean } from '../../../math/statistics';
import { readArchive } from '../../../tasks/glyphs/archive';
import { decodePack, packOf } from '../../../tasks/glyphs/pack';
import { bodyOf } from '../../kit/embedding/body';
import { FrozenBodies } from '../../kit/embedding/frozen';
import { evaluate } from '../methods/accuracy';
import { startOf } from '../methods/atWork';
import { Workplace } from '../methods/workplace';
import { presets } from '../presets';
import { parseCheckpoint } from './checkpoint';
import { nearestShipped } from './checkpoints';

const archive = '../shared/omniglot/images_background.zip';
const TASKS = 150;
/** Well below what 1,000 tasks measured, so that chance does not fail the test. */
const LEAST = { maml: 0.96, fomaml: 0.95, reptile: 0.93, prototypical: 0.96, matching: 0.95 };

it.runIf(existsSync(archive))(
  'the shipped methods recognise test characters',
  async () => {
    const glyphs = decodePack(packOf([readArchive(readFileSync(archive))]));
    const engine = await createSimdEngine();
    const spec = { ...presets['omniglot-5way-1shot'].spec, queries: 1 };
    const frozen = new FrozenBodies(engine, bodyOf(spec), glyphs, 1);
    const place = new Workplace(engine, spec, frozen);
    for (const [method, least] of Object.entries(LEAST)) {
      const name = method as keyof typeof LEAST;
      const file = `public/checkpoints/${nearestShipped(name, spec)}.json`;
      const { state: saved } = parseCheckpoint(readFileSync(file, 'utf8'));
      const state = startOf(engine, name, spec, saved);
      const all: number[] = [];
      const tasks = evaluate({ place, spec, name, state }, glyphs, 'test', TASKS);
      for await (const some of tasks) all.push(...some);
      release(engine, state);
      expect(mean(all), name).toBeGreaterThan(least);
    }
  },
  120_000,
);
