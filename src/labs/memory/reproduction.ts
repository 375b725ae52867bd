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
import { human, published, publishedInstances } from './published';

/** 100,000 streams, as many episodes as the figures of the paper show. */
const ITERATIONS = 6250;
const TEST_STREAMS = 2000;
const LENGTH = 50;
type Row = ReaderName | 'people';

export interface Sources {
  characters(): Promise<Glyphs>;
  embedding(): Promise<ShippedEmbedding>;
}

/** Table 1 of the paper, of each that it has. */
function publishedRows(): readonly PublishedRow[] {
  const { source } = words().papers.memory;
  return Object.entries({ people: human, ...published }).flatMap(([method, percents]) =>
    percents.map((percent, i) => ({
      ...{ method, steps: publishedInstances[i]!, mean: percent / 100, source },
    })),
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
    published: publishedRows(),
    shownSteps: publishedInstances,
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
