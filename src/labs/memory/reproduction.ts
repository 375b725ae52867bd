/** Readers of streams, trained and tested without a page by the code that the worker runs, beside table 1 of Santoro et al. 2016. */

import { undisturbed } from '../../session/turn';
import { type Glyphs, splitCounts } from '../../tasks/glyphs/glyphs';
import { say, sayNumber } from '../../words/format';
import { words } from '../../words/words';
import type { ShippedEmbedding } from '../kit/embedding/shipped';
import { onEngine } from '../kit/onEngine';
import { whole } from '../kit/questions';
import type { Measured, PublishedRow, ReproduceOptions, Reproduction } from '../kit/reproduction';
import { memoryExperimentOn } from './experiment';
import type { MemorySpec } from './fields';
import { isTrained, type ReaderName, readerNames, trainedNames } from './methods';
import { presets } from './presets';

/** 100,000 streams, as many episodes as the figures of the paper show. */
const ITERATIONS = 6250;
const TEST_STREAMS = 2000;
const LENGTH = 50;
const SHOWN = [1, 2, 3, 4, 5, 10] as const;

/** Santoro et al. 2016, table 1: one-hot labels, 5 characters, test characters; % correct at each shown instance. */
const PUBLISHED = {
  people: [34.5, 57.3, 70.1, 71.8, 81.4, 92.4],
  mann: [36.4, 82.8, 91.0, 92.6, 94.9, 98.1],
  lstm: [24.4, 49.5, 55.3, 61.0, 63.6, 62.5],
  feedforward: [24.4, 19.6, 21.1, 19.9, 22.8, 19.5],
} as const;

type Row = ReaderName | 'people';

export interface Sources {
  characters(): Promise<Glyphs>;
  embedding(): Promise<ShippedEmbedding>;
}

export function publishedInstances(): readonly PublishedRow[] {
  const { source } = words().papers.memory;
  return Object.entries(PUBLISHED).flatMap(([method, values]) =>
    values.map((percent, i) => ({ method, steps: SHOWN[i]!, mean: percent / 100, source })),
  );
}

/** @param sources of drawings and of what embeds them */
export function memoryReproduction(sources: Sources): Reproduction {
  const said = words().papers.memory;
  return {
    title: said.title,
    measures: say(said.measures, { streams: sayNumber(TEST_STREAMS), drawings: LENGTH }),
    remarks: said.remarks,
    iterations: ITERATIONS,
    published: publishedInstances(),
    shownSteps: SHOWN,
    column: (instance) => say(said.instance, { instance }),
    bounded: true,
    format: (share) => (100 * share).toFixed(1),
    label: (method) => said.readers[method as Row],
    methods: trainedNames,
    apart: { methods: readerNames, rows: readerNames },
    run: (options) => run(options, sources),
  };
}

async function run(
  { seed, iterations, methods, onProgress }: ReproduceOptions,
  sources: Sources,
): Promise<Measured> {
  const glyphs = await sources.characters();
  const readers = (methods as readonly ReaderName[] | null) ?? readerNames;
  const total = iterations ?? ITERATIONS;
  const spec: MemorySpec = { ...presets['memory-5'].spec, readers, seed, iterations: total };
  const experiment = memoryExperimentOn({ ...sources, characters: async () => glyphs });
  const { train, test } = splitCounts(glyphs);
  const note = say(words().papers.memory.characters, { train, test });
  return onEngine('auto', async (engine) => {
    const running = await experiment.create(engine, spec, null);
    const trained = readers.filter(isTrained);
    while (trained.length > 0 && running.iteration < total) {
      await running.advance(undisturbed);
      onProgress({ stage: trained.join(' '), done: running.iteration, total });
    }
    const question = { at: 'now', characters: spec.ways, length: LENGTH } as const;
    const { byInstance } = await whole(
      running.answers.instances({ ...question, streams: TEST_STREAMS }, undisturbed),
    );
    const busy = running.busy ?? {};
    running.dispose();
    return {
      iterations: total,
      note,
      training: trained.map((method) => ({ method, seconds: (busy[method] ?? 0) / 1000 })),
      rows: Object.entries(byInstance).flatMap(([method, { mean, median, ci95, count }]) =>
        mean.map((share, i) => ({
          ...{ method, steps: i + 1, mean: share, median: median[i]!, ci95: ci95[i]! },
          tasks: count[i]!,
        })),
      ),
    };
  });
}
