/** Claims of the lessons that begin from what was trained beforehand, for five seeds: what is trained is what is shipped. */

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Engine } from '../compute/engine';
import { createSimdEngine } from '../compute/simd/engine';
import { shippedEmbedding } from '../labs/kit/embedding/shippedFile';
import { whole } from '../labs/kit/questions';
import type { LessonName } from '../labs/kit/story/lessonNames';
import { memoryExperimentOn } from '../labs/memory/experiment';
import { courseOf, definition as memory } from '../labs/memory/lab';
import type { ReaderName } from '../labs/memory/methods';
import { stepLines } from '../labs/memory/microscope/lines';
import type { MemorySnapshot } from '../labs/memory/questions';
import { checkpointName, trainedReader } from '../labs/memory/trained/beginning';
import { parseCheckpoint } from '../labs/memory/trained/checkpoint';
import { omniglotExperimentOn } from '../labs/omniglot/experiment';
import type { OmniglotSpec } from '../labs/omniglot/fields';
import { form as omniglot } from '../labs/omniglot/lab';
import { trainedFor as trainedReaders } from '../labs/omniglot/trained/beginning';
import { optimizerExperiment } from '../labs/optimizers/experiment';
import { trainedFor as trainedOptimizer } from '../labs/optimizers/files';
import { definition as optimizers } from '../labs/optimizers/lab';
import { undisturbed } from '../session/turn';
import { decodeAddress } from '../spec/address';
import { proceduralGlyphs } from '../tasks/glyphs/procedural';
import { loadWords, words } from '../words/words';
import type { LessonScene } from './lesson';
import { lieIn } from './memoryStream';
import { labOf, lessons } from './registry';

const SEEDS = [1, 2, 3, 4, 5];
/** A page measures on 1,000. */
const TASKS = 200;

let engine: Engine;
beforeAll(async () => {
  await loadWords('contenders', 'files', 'optimizers', 'omniglot', 'memory', 'lessons');
  engine = await createSimdEngine();
  // As the host of the page serves them.
  vi.stubGlobal('fetch', async (file: string) => new Response(readFileSync(`public${file}`)));
});
afterAll(() => {
  vi.unstubAllGlobals();
  engine.dispose();
});

/** What a scene says of a sight, held: its claim where it has one, an answer to its question, and numbers in what was seen. */
function hold(scene: LessonScene, now: unknown, where: string): void {
  const sight = now as never;
  if (scene.claim !== undefined) expect(scene.claim(sight), where).toBe(true);
  if (scene.question) expect(scene.question.right(sight), where).not.toBeNull();
  if (scene.seen) expect(scene.seen(words(), sight), where).toMatch(/\d/);
}

const still = { iteration: 0, training: false };

describe('what an optimiser has learned', () => {
  it.each(SEEDS)(
    'holds with seed %i',
    async (seed) => {
      const specAt = (address: string) =>
        decodeAddress(optimizers, new URLSearchParams(`${address}&seed=${seed}`)).address;
      const all = await lessons['learned-optimizer'].scenes();
      // What begins from scratch claims nothing.
      const scenes = all.filter(({ seen, run }) => seen !== undefined && run === undefined);
      const { spec: first } = specAt(scenes[0]!.address);
      const { snapshot } = await trainedOptimizer(first, null);
      // It keeps the rates that were tuned for a family.
      const running = await optimizerExperiment.create(engine, first, snapshot);
      for (const scene of scenes) {
        const { spec, view } = specAt(scene.address);
        const asked = { family: spec.race, steps: spec.raceSteps, problems: spec.raceProblems };
        const question = { at: 'now', shown: view.shown, ...asked } as const;
        const race = await whole(running.answers.race(question, undisturbed));
        hold(scene, { lab: { running: spec, view, answers: { race } }, ...still }, scene.name);
      }
      running.dispose();
    },
    300_000,
  );
});

it('what a memory cell keeps is said in numbers, in every scene that asks', async () => {
  for (const scene of await lessons['memory-cell'].scenes()) {
    if (labOf('memory-cell', scene.name) === 'optimizers') hold(scene, still, scene.name);
  }
});

/** The lessons on characters, at the addresses of their scenes. */
const letterLessons: readonly LessonName[] = ['one-drawing', 'compare'];

/** On procedural characters, which the page has where there is no Omniglot: reading that takes longer than all the rest. */
describe('what was learned of letters', () => {
  const glyphs = proceduralGlyphs();

  /** What a page measures at an address. */
  async function measured(spec: OmniglotSpec, number: number) {
    const { snapshot } = await trainedReaders(spec);
    const run = await omniglotExperimentOn(async () => glyphs).create(engine, spec, snapshot);
    const { answers } = run;
    const replaced = { places: [], images: new Float32Array() };
    const asked = { at: 'now', number, replaced } as const;
    const accuracy = await whole(answers.accuracy({ at: 'now', tasks: TASKS }, undisturbed));
    const episode = await whole(answers.episode(asked, undisturbed));
    run.dispose();
    return { accuracy, episode };
  }

  it.each(SEEDS)(
    'holds with seed %i',
    async (seed) => {
      const known = new Map<string, Awaited<ReturnType<typeof measured>>>();
      for (const name of letterLessons) {
        for (const scene of await lessons[name].scenes()) {
          if (scene.seen === undefined) continue;
          const params = new URLSearchParams(`${scene.address}&seed=${seed}`);
          params.set('queries', '1');
          const { spec, view } = decodeAddress(omniglot, params).address;
          // Scenes that look at the same numbers are told them once.
          const key = `${spec.methods} ${spec.statistics}`;
          const answers = known.get(key) ?? (await measured(spec, view.episode));
          known.set(key, answers);
          hold(
            scene,
            { lab: { spec, running: spec, view, answers }, ...still },
            `${name}/${scene.name}`,
          );
        }
      }
    },
    300_000,
  );
});

/** On procedural characters, which neither its embedding nor any reader was trained on. */
describe('what was learned of streams', () => {
  const glyphs = proceduralGlyphs();
  const experiment = memoryExperimentOn({
    characters: async () => glyphs,
    embedding: async () => shippedEmbedding(),
  });
  const shipped = (name: ReaderName) =>
    trainedReader(
      parseCheckpoint(
        readFileSync(`public/checkpoints/${checkpointName('onehot', name)}.json`, 'utf8'),
      ).state,
    );
  const open = (address: string) => decodeAddress(memory, new URLSearchParams(address)).address;

  it.each(SEEDS)(
    'holds with seed %i',
    async (seed) => {
      const scenes = (await lessons['memory-stream'].scenes()).filter(({ seen }) => seen);
      const known = new Map<string, unknown>();
      for (const scene of scenes) {
        const { spec, view } = open(`${scene.address}&seed=${seed}`);
        const course = courseOf({ running: spec, view });
        const key = `${spec.readers} ${course.shuffle} ${view.stream}`;
        const about = {
          at: 'now',
          characters: spec.ways,
          length: spec.testLength,
          course,
        } as const;
        if (!known.has(key)) {
          const contenders = Object.fromEntries(spec.readers.map((name) => [name, shipped(name)]));
          const begun: MemorySnapshot = { iteration: 0, contenders };
          const run = await experiment.create(engine, spec, begun);
          const instances = await whole(
            run.answers.instances({ ...about, streams: TASKS }, undisturbed),
          );
          // The scene tells its lie in the stream in sight.
          const asked = { ...about, stream: view.stream };
          const told = await whole(run.answers.stream({ ...asked, edits: [] }, undisturbed));
          const edits = [lieIn(told)!].map(({ at, told }) => ({ at, told }));
          const stream = await whole(run.answers.stream({ ...asked, edits }, undisturbed));
          run.dispose();
          known.set(key, { instances, stream });
        }
        const lab = { spec, running: spec, view, answers: known.get(key) };
        hold(scene, { lab, ...still }, scene.name);
      }
      expect(scenes).toHaveLength(7);
    },
    300_000,
  );

  it('its microscope opens at the line that writes', async () => {
    const scenes = await lessons['memory-stream'].scenes();
    const { spec, view } = open(scenes.find(({ name }) => name === 'inside')!.address);
    const lines = stepLines(view.reader, spec);
    expect(lines[(view.line - 1) % lines.length]!.name).toBe('memory');
    expect(Math.floor(view.line / lines.length)).toBeLessThan(spec.length);
  });
});
