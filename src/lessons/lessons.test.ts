import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../compute/engine';
import { startEngine } from '../compute/engines';
import { type LessonName, lessonNames } from '../labs/kit/story/lessonNames';
import type { Sight } from '../labs/kit/story/story';
import { definition as memory } from '../labs/memory/lab';
import type { LabName } from '../labs/names';
import { form as omniglot } from '../labs/omniglot/lab';
import { definition as optimizers } from '../labs/optimizers/lab';
import { regressionExperiment } from '../labs/regression/experiment';
import { definition as regression } from '../labs/regression/lab';
import type { ExperimentMaker } from '../session/experiment';
import { undisturbed } from '../session/turn';
import { decodeAddress } from '../spec/address';
import { type AnyForm, mended } from '../spec/mending';
import { encodeSpec } from '../spec/spec';
import { sentencesIn } from '../words/anatomy';
import { loadWords, words } from '../words/words';
import type { Scenes } from './lesson';
import { labOf, lessons, playlists } from './registry';
import { sceneWords } from './said';
import { sceneParams } from './sceneAddress';

const forms = { regression, optimizers, omniglot, memory } as unknown as Readonly<
  Record<LabName, AnyForm>
>;
const MOST_WORDS = 60;
/** A page measures on 600. */
const TASKS = 200;

const all = new Map<LessonName, Scenes>();
beforeAll(async () => {
  await loadWords('contenders', 'optimizers', 'omniglot', 'regression', 'memory', 'lessons');
  for (const name of lessonNames) all.set(name, await lessons[name].scenes());
});

/** All that a sentence can hold, with its values in their places. */
const flat = (part: unknown): string =>
  Array.isArray(part) ? part.map(flat).join(' ') : typeof part === 'string' ? part : '';
const wordsIn = (sentence: unknown) =>
  flat(sentence)
    .replace(/<[^>]*>/g, '')
    .split(/\s+/)
    .filter(Boolean).length;

describe.each(lessonNames)('the lesson %s', (name) => {
  it('has words for every scene, and no words without one', () => {
    expect(all.get(name)!.map((scene) => scene.name)).toEqual(
      Object.keys(words().lessons.all[name].scenes),
    );
  });

  it('has scenes at addresses that its lab takes whole', () => {
    for (const [i, { address, name: scene }] of all.get(name)!.entries()) {
      const form = forms[labOf(name, scene)];
      const params = sceneParams(name, i + 1, address);
      const { params: good, problems } = mended(form, params);
      const given = (of: URLSearchParams) => Object.fromEntries(of);
      expect({ scene, problems, given: given(good) }).toEqual({
        ...{ scene, problems: [], given: given(params) },
      });
      // What is said of settings that do not exist would be lost without a word.
      expect(Object.keys({ ...form.fields, ...form.view, preset: true })).toEqual(
        expect.arrayContaining([...params.keys()]),
      );
    }
  });

  it('asks and says no more than can be read at once', () => {
    for (const one of all.get(name)!) {
      const { name: scene, question } = one;
      const { text, options = {} } = sceneWords(words(), name, one);
      expect(wordsIn(text), scene).toBeLessThanOrEqual(MOST_WORDS);
      const named = question?.kind === 'choose' || question?.kind === 'rank';
      const offered = named ? [...question.options].sort() : [];
      expect(Object.keys(options).sort(), scene).toEqual(offered);
    }
    for (const [path, text] of sentencesIn(words().lessons.all[name].seen ?? {})) {
      expect(wordsIn(text), path).toBeLessThanOrEqual(MOST_WORDS);
    }
  });

  it('has at least one question, and none in a scene that has nothing to show', () => {
    const scenes = all.get(name)!;
    expect(scenes.some(({ question }) => question !== undefined)).toBe(true);
    for (const scene of scenes) if (scene.question) expect(scene.seen, scene.name).toBeDefined();
  });
});

it.each(lessonNames)(
  'the lesson %s, if it is a long one, asks again what it asked before',
  (name) => {
    const scenes = all.get(name)!;
    const again = scenes.flatMap(({ again }, i) => (again === undefined ? [] : [{ again, i }]));
    if (scenes.length > 3) expect(again).not.toHaveLength(0);
    for (const { again: first, i } of again) {
      const asked = scenes.findIndex((scene) => scene.name === first);
      expect(scenes[asked]?.question, first).toBeDefined();
      expect(scenes[i]!.question, first).toBeDefined();
      // Not while it is still in mind.
      expect(i - asked, first).toBeGreaterThanOrEqual(2);
    }
  },
);

it('every lesson stands in an order that has all', () => {
  expect([...playlists.cs420].sort()).toEqual([...lessonNames].sort());
});

/** What a person sees of the regression lab at a scene, trained as the scene trains it. */
describe.each([1, 2, 3, 4, 5])('with seed %i', (seed) => {
  let engine: Engine;
  const kept = new Map<string, Awaited<ReturnType<typeof train>>>();
  const answered = new Map<string, unknown>();
  beforeAll(async () => {
    ({ engine } = await startEngine(['simd']));
  });

  const specAt = (address: string) =>
    decodeAddress(regression, new URLSearchParams(`${address}&seed=${seed}`)).address;

  /** Fields that are only looked with make no other run. */
  const runOf = (address: string) =>
    address.replace(/&(test|voice|step|microscope|abscissa|average|line)\w*=[^&]*/g, '');

  async function train(address: string, until: number) {
    const maker: ExperimentMaker = regressionExperiment;
    const experiment = await maker.create(engine, specAt(address).spec, null);
    while (experiment.iteration < until) await experiment.advance(undisturbed);
    return experiment;
  }

  /** What is studied in a scene besides. */
  async function studied(
    experiment: Awaited<ReturnType<typeof train>>,
    { microscope, voice, step }: ReturnType<typeof specAt>['view'],
    looked: string,
  ) {
    const point = { inputs: Float32Array.of(0), targets: Float32Array.of(0) };
    const questions = {
      rates: { at: 'now', contender: voice, support: point, query: point },
      bayes: { at: 'now', steps: step, tasks: TASKS },
    };
    if (microscope !== 'rates' && microscope !== 'bayes') return {};
    const kind = microscope === 'rates' ? 'rates' : 'points';
    const of = `${looked} ${kind} ${voice} ${step}`;
    if (answered.has(of)) return { [kind]: answered.get(of) };
    const asked = experiment.answer(kind, questions[microscope], undisturbed);
    for await (const part of asked) if (part !== null) answered.set(of, part);
    return { [kind]: answered.get(of) };
  }

  async function sightAt(address: string, until: number): Promise<Sight<never>> {
    const key = `${runOf(address)} ${until}`;
    const experiment = kept.get(key) ?? (await train(runOf(address), until));
    kept.set(key, experiment);
    const { spec, view } = specAt(address);
    experiment.tune(spec);
    // Scenes that look at the same numbers are told them once.
    const looked = `${key} ${encodeSpec(regression.fields, spec)}`;
    if (!answered.has(looked)) {
      const asked = experiment.answer('evaluate', { at: 'now', tasks: TASKS }, undisturbed);
      for await (const part of asked) if (part !== null) answered.set(looked, part);
    }
    const evaluate = answered.get(looked);
    const lab = {
      spec,
      running: spec,
      view,
      answers: { evaluate, ...(await studied(experiment, view, looked)) },
    };
    return { lab, iteration: experiment.iteration, training: false } as unknown as Sight<never>;
  }

  it('each claim of a lesson about a run holds, and its question has an answer', async () => {
    const said: string[] = [];
    for (const name of lessonNames) {
      for (const scene of all.get(name)!) {
        if (labOf(name, scene.name) !== 'regression' || scene.seen === undefined) continue;
        // A scene that names its seed speaks of that run alone.
        const own = new URLSearchParams(scene.address).get('seed');
        if (own !== null && Number(own) !== seed) continue;
        const address = scene.address.replace(/&seed=\d+/, '');
        const now = await sightAt(address, scene.run?.until ?? 0);
        const where = `${name}/${scene.name}`;
        if (scene.claim !== undefined) expect(scene.claim(now), where).toBe(true);
        if (scene.question) expect(scene.question.right(now), where).not.toBeNull();
        expect(scene.seen(words(), now), where).toMatch(/\d/);
        said.push(where);
      }
    }
    expect(said.length).toBeGreaterThan(8);
    for (const experiment of kept.values()) experiment.dispose();
  }, 300_000);
});
