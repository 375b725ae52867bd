import { beforeAll, describe, expect, it } from 'vitest';
import { loadWords, words } from '../../words/words';
import type { Sight } from '../kit/story/story';
import { definition, type State } from './lab';
import type { ContenderName } from './methods';
import { presets } from './presets';
import { story } from './story';

beforeAll(() => loadWords('contenders', 'regression', 'stories'));

const { spec } = presets['sinusoid-10shot'];

/** A lab of the default preset, with mean losses on held-out tasks by step. */
function sight(
  means: Partial<Record<ContenderName, readonly number[]>> | null,
  view: Partial<State['view']> = {},
  more: Partial<Sight<State>> = {},
): Sight<State> {
  const curves = Object.entries(means ?? {}).map(([name, mean]) => [
    name,
    { mean, median: mean, ci95: mean, ranAway: mean.map(() => 0) },
  ]);
  const evaluate = {
    iteration: more.iteration ?? 0,
    tasks: 600,
    complete: true,
    curves: Object.fromEntries(curves),
  };
  const state = {
    spec,
    running: spec,
    view: { ...definition.viewOf(spec), ...view },
    lookBack: null,
    answers: { adapt: null, evaluate: means === null ? null : evaluate },
  };
  return { lab: state as unknown as State, iteration: 0, training: false, ...more };
}

const scene = (name: string) => story.find((s) => s.name === name)!;
const seen = (name: string, at: Sight<State>) => scene(name).seen(words(), at);

describe('the story of the regression lab', () => {
  it('has words for every scene, and no words without one', () => {
    const { scenes } = words().stories.regression;
    expect(story.map(({ name }) => name)).toEqual(Object.keys(scenes));
  });

  it('says that steps lead nowhere only where they do not', () => {
    const at = (after: number) => sight({ maml: [4, after] }, { step: 1 });
    expect(seen('untrained', at(3.9))).toContain('Hardly better');
    expect(seen('untrained', at(0.5))).not.toContain('Hardly better');
    expect(seen('untrained', at(Number.NaN))).toBeNull();
    expect(seen('untrained', sight(null, { step: 1 }))).toBeNull();
  });

  it('says that MAML and joint pre-training have parted only where they have', () => {
    expect(seen('train', sight({ maml: [3, 0.9], joint: [3, 2.6] }))).toContain(
      'leaves MAML at 0.90 and joint pre-training at 2.60',
    );
    expect(seen('train', sight({ maml: [3, 2.5], joint: [3, 2.6] }))).toContain('not far apart');
    expect(seen('train', sight({ maml: [3, 2.5] }))).toBeNull();
    // Those of an earlier meta-iteration are about to be replaced.
    const old = sight({ maml: [3, 0.9], joint: [3, 2.6] });
    expect(seen('train', { ...old, iteration: 5 })).toBeNull();
    expect(seen('train', { ...old, iteration: 5, training: true })).not.toBeNull();
  });

  it('waits for each act, and for what a person did rather than for what it set itself', () => {
    const before = sight(null);
    for (const { name, done } of story) expect(done(before, before), name).toBe(false);
    expect(scene('task').done(sight(null, { shown: 7 }), before)).toBe(true);
    expect(scene('untrained').done(sight(null, { step: 5 }), before)).toBe(true);
    expect(scene('train').done(sight(null, {}, { iteration: 2000 }), before)).toBe(true);
    expect(scene('goal').done(sight(null, { voice: 'joint' }), before)).toBe(true);
    expect(scene('drag').done(sight(null, { points: [{ x: 0, y: 1 }] }), before)).toBe(true);
    const wide = sight(null);
    const running = { ...wide.lab.running, testAmplitude: [5, 10] as const };
    expect(scene('beyond').done({ ...wide, lab: { ...wide.lab, running } }, before)).toBe(true);
  });
});
