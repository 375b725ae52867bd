/** Claims of the lessons that begin from what was trained beforehand, for five seeds: what is trained is what is shipped. */

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Engine } from '../compute/engine';
import { createSimdEngine } from '../compute/simd/engine';
import { whole } from '../labs/kit/questions';
import type { LessonName } from '../labs/kit/story/lessonNames';
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
import { labOf, lessons } from './registry';

const SEEDS = [1, 2, 3, 4, 5];
/** A page measures on 1,000. */
const TASKS = 200;

let engine: Engine;
beforeAll(async () => {
  await loadWords('contenders', 'optimizers', 'omniglot', 'lessons');
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
