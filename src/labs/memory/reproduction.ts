/** Readers of streams, trained and tested without a page by the code that the worker runs, beside the tables of Santoro et al. 2016. */

import type { Engine } from '../../compute/engine';
import { outputCount } from '../../networks/network';
import { undisturbed } from '../../session/turn';
import { type Glyphs, splitCounts } from '../../tasks/glyphs/glyphs';
import { say, sayNumber } from '../../words/format';
import { words } from '../../words/words';
import type { ShippedEmbedding } from '../kit/embedding/shipped';
import { onEngine } from '../kit/onEngine';
import { whole } from '../kit/questions';
import type {
  Measured,
  PublishedRow,
  ReproduceOptions,
  Reproduction,
  Row,
} from '../kit/reproduction';
import { memoryExperimentOn } from './experiment';
import type { MemorySpec } from './fields';
import { isTrained, type ReaderName, readerNames, trainedNames } from './methods';
import { trainedPreset } from './presets';
import { type PublishedTable, published, publishedInstances } from './published';
import type { MemorySnapshot } from './questions';
import { checkpointName, checkpointNames, trainedReader } from './trained/beginning';
import { checkpointOf, formatCheckpoint, parseCheckpoint } from './trained/checkpoint';
import { ITERATIONS, recipeOf } from './trained/recipe';

const TEST_STREAMS = 2000;

export interface Sources {
  characters(): Promise<Glyphs>;
  embedding(): Promise<ShippedEmbedding>;
}

type Labels = MemorySpec['labels'];

/** A table of the paper, of each that it has. */
function publishedRows(labels: Labels): readonly PublishedRow[] {
  const source = words().papers.memory.source[labels];
  const { of, human, ntm }: PublishedTable = published[labels];
  const all = { ...(human && { people: human }), ...of, ...(ntm && { ntm }) };
  return Object.entries(all).flatMap(([method, percents]) =>
    percents.map((percent, i) => ({
      ...{ method, steps: publishedInstances[i]!, mean: percent / 100, source },
    })),
  );
}

/** @param sources of drawings and of what embeds them */
export function memoryReproduction(labels: Labels, sources: Sources): Reproduction {
  const said = words().papers.memory;
  const drawings = trainedPreset[labels].testLength;
  return {
    title: said.title[labels],
    measures: say(said.measures, { streams: sayNumber(TEST_STREAMS), drawings }),
    remarks: said.remarks[labels],
    iterations: ITERATIONS[labels],
    published: publishedRows(labels),
    shownSteps: publishedInstances,
    column: (instance) => say(said.instance, { instance }),
    bounded: true,
    format: (share) => (100 * share).toFixed(1),
    label: (method) => said.readers[method as ReaderName | 'people' | 'ntm'],
    methods: trainedNames,
    apart: { methods: readerNames, rows: readerNames },
    checkpoints: checkpointNames(labels),
    run: (options) => run(labels, options, sources),
    evaluate: (read, seed) => evaluate(labels, read, seed, sources),
  };
}

/** @param sources whose characters are always the same ones */
function experimentOn(sources: Sources, glyphs: Glyphs) {
  return memoryExperimentOn({ ...sources, characters: async () => glyphs });
}

async function run(
  labels: Labels,
  { seed, iterations, methods, command, onProgress }: ReproduceOptions,
  sources: Sources,
): Promise<Measured> {
  const glyphs = await sources.characters();
  const features = outputCount((await sources.embedding()).network);
  const readers = (methods as readonly ReaderName[] | null) ?? readerNames;
  const total = iterations ?? ITERATIONS[labels];
  const experiment = experimentOn(sources, glyphs);
  const trained = readers.filter(isTrained);
  const parts = recipeOf(labels, readers, seed, total);
  const { spec } = parts[0]!;
  return onEngine('auto', async (engine) => {
    const busy: Record<string, number> = {};
    let last: MemorySnapshot = { iteration: 0, contenders: {} };
    for (const part of trained.length === 0 ? [] : parts) {
      const running = await experiment.create(engine, part.spec, last.iteration > 0 ? last : null);
      while (running.iteration < part.until) {
        await running.advance(undisturbed);
        onProgress({ stage: trained.join(' '), done: running.iteration, total });
      }
      for (const [name, time] of Object.entries(running.busy ?? {})) {
        busy[name] = (busy[name] ?? 0) + time;
      }
      last = await running.snapshot();
      running.dispose();
    }
    const made = trained.map((name) =>
      checkpointOf(name, spec, { features, state: last.contenders[name]! }, command, glyphs),
    );
    return {
      iterations: total,
      note: noteOf(glyphs),
      training: trained.map((method) => ({ method, seconds: (busy[method] ?? 0) / 1000 })),
      rows: await rowsOf(engine, spec, last, experiment),
      checkpoints: made.map((checkpoint) => ({
        ...{ name: checkpointName(labels, checkpoint.reader), text: formatCheckpoint(checkpoint) },
      })),
    };
  });
}

/** What is shipped, on held-out streams of a seed. */
async function evaluate(
  labels: Labels,
  read: (name: string) => string,
  seed: number,
  sources: Sources,
): Promise<Measured> {
  const glyphs = await sources.characters();
  const shipped = trainedNames.map((name) => parseCheckpoint(read(checkpointName(labels, name))));
  const contenders = Object.fromEntries(
    shipped.map(({ reader, state }) => [reader, trainedReader(state)]),
  );
  const iterations = Math.max(...shipped.map((one) => one.iterations));
  const { spec } = recipeOf(labels, readerNames, seed, iterations)[0]!;
  return onEngine('auto', async (engine) => ({
    ...{ iterations, note: noteOf(glyphs), training: [] },
    rows: await rowsOf(engine, spec, { iteration: 0, contenders }, experimentOn(sources, glyphs)),
  }));
}

function noteOf(glyphs: Glyphs): string {
  const { train, test } = splitCounts(glyphs);
  return say(words().papers.memory.characters, { train, test });
}

/** Shares of right answers by instance, over held-out streams. */
async function rowsOf(
  engine: Engine,
  spec: MemorySpec,
  from: MemorySnapshot,
  experiment: ReturnType<typeof experimentOn>,
): Promise<readonly Row[]> {
  const running = await experiment.create(engine, spec, from);
  const question = { at: 'now', characters: spec.ways, length: spec.testLength } as const;
  const asked = running.answers.instances({ ...question, streams: TEST_STREAMS }, undisturbed);
  const { byInstance } = await whole(asked);
  running.dispose();
  return Object.entries(byInstance).flatMap(([method, { mean, median, ci95, count }]) =>
    mean.map((share, i) => ({
      ...{ method, steps: i + 1, mean: share, median: median[i]!, ci95: ci95[i]! },
      tasks: count[i]!,
    })),
  );
}
