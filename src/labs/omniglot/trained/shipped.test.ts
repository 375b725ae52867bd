/** What is shipped, on characters that it was not trained on, where the dataset is at hand. */

import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createSimdEngine } from '../../../compute/simd/engine';
import { mean } from '../../../math/statistics';
import { readArchive } from '../../../tasks/glyphs/archive';
import { decodePack, packOf } from '../../../tasks/glyphs/pack';
import { evaluate } from '../methods/accuracy';
import { Classifier } from '../methods/classify';
import { FrozenBodies } from '../methods/frozen';
import { bodyOf } from '../methods/networks';
import { momentsOf } from '../methods/training';
import { presets } from '../presets';
import { parseCheckpoint } from './checkpoint';
import { nearestShipped, trainedOf } from './checkpoints';

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
    const classifier = new Classifier(engine, spec, frozen);
    for (const [name, least] of Object.entries(LEAST)) {
      const method = name as keyof typeof LEAST;
      const file = `public/checkpoints/${nearestShipped(method, spec)}.json`;
      const trained = trainedOf(parseCheckpoint(readFileSync(file, 'utf8')));
      const width = trained.theta.length;
      const start = {
        theta: engine.rows(trained.theta, 1),
        moments: trained.updates > 0 ? momentsOf(engine, trained, width) : null,
      };
      const all: number[] = [];
      const tasks = evaluate(classifier, glyphs, spec, 'test', method, start, TASKS);
      for await (const some of tasks) all.push(...some);
      expect(mean(all), method).toBeGreaterThan(least);
    }
  },
  120_000,
);
