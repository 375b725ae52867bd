/** What is shipped, on streams of characters that it was not trained on, where the dataset is at hand. */

import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createSimdEngine } from '../../../compute/simd/engine';
import { undisturbed } from '../../../session/turn';
import { readArchive } from '../../../tasks/glyphs/archive';
import { decodePack, packOf } from '../../../tasks/glyphs/pack';
import { firstInstanceCeiling } from '../../../tasks/streams';
import { shippedEmbedding } from '../../kit/embedding/shippedFile';
import { whole } from '../../kit/questions';
import { memoryExperimentOn } from '../experiment';
import { trainedNames } from '../methods';
import { presets } from '../presets';
import type { MemorySnapshot } from '../questions';
import { checkpointName, trainedReader } from './beginning';
import { fits, parseCheckpoint } from './checkpoint';

const archive = '../shared/omniglot/images_background.zip';
/** Below what 2,000 streams measured at the 2nd and the 10th sighting, so that chance does not fail the test. */
const LEAST: Readonly<Record<string, readonly [number, number]>> = {
  mann: [0.9, 0.95],
  kv: [0.85, 0.95],
  snail: [0.88, 0.94],
  lstm: [0.4, 0.5],
  feedforward: [0.1, 0.1],
};

const read = (labels: 'onehot' | 'strings') =>
  trainedNames.map((name) =>
    parseCheckpoint(
      readFileSync(`public/checkpoints/${checkpointName(labels, name)}.json`, 'utf8'),
    ),
  );
const shipped = read('onehot');

it('what is shipped serves the preset of trained readers, and is small', () => {
  const { spec } = presets['memory-trained'];
  for (const one of shipped) {
    expect(fits(one, spec), one.reader).toBe(true);
    expect(one.ways).toBe(spec.ways);
    const file = readFileSync(`public/checkpoints/${checkpointName(one.labels, one.reader)}.json`);
    expect(file.byteLength).toBeLessThan(300_000);
  }
});

it.runIf(existsSync(archive))(
  'the shipped readers know characters again that nobody trained on',
  async () => {
    const glyphs = decodePack(packOf([readArchive(readFileSync(archive))]));
    const engine = await createSimdEngine();
    const experiment = memoryExperimentOn({
      characters: async () => glyphs,
      embedding: async () => shippedEmbedding(),
    });
    const contenders = Object.fromEntries(
      shipped.map(({ reader, state }) => [reader, trainedReader(state)]),
    );
    const { spec } = presets['memory-trained'];
    const from: MemorySnapshot = { iteration: 0, contenders };
    const running = await experiment.create(engine, spec, from);
    const question = { at: 'now', characters: spec.ways, length: spec.testLength } as const;
    const asked = running.answers.instances({ ...question, streams: 96 }, undisturbed);
    const { byInstance } = await whole(asked);
    for (const name of trainedNames) {
      const { mean, ci95 } = byInstance[name]!;
      const [second, tenth] = LEAST[name]!;
      expect(mean[1], name).toBeGreaterThan(second);
      expect(mean[9], name).toBeGreaterThan(tenth);
      // Labels come late: nobody can know more of a first sighting than which are left.
      expect(mean[0]! - ci95[0]!, name).toBeLessThan(firstInstanceCeiling(spec.ways));
    }
    // What keeps nothing guesses.
    expect(byInstance.feedforward!.mean[1]).toBeLessThan(0.3);
    running.dispose();
  },
  240_000,
);
