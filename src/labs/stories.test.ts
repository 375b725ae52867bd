import { beforeAll, describe, expect, it } from 'vitest';
import { loadWords, words } from '../words/words';
import type { Sight } from './kit/story/story';
import { story as memory } from './memory/story';
import { form, type State as OmniglotState } from './omniglot/lab';
import { presets as omniglotPresets } from './omniglot/presets';
import { story as omniglot } from './omniglot/story';
import { definition, type State as OptimizerState } from './optimizers/lab';
import { presets as optimizerPresets } from './optimizers/presets';
import { subject } from './optimizers/racers';
import { story as optimizers } from './optimizers/story';
import { story as regression } from './regression/story';

beforeAll(() =>
  loadWords('contenders', 'optimizers', 'omniglot', 'regression', 'memory', 'stories'),
);

it.each(Object.entries({ regression, optimizers, omniglot, memory }))(
  'the story of the %s lab has words for every scene, and no words without one',
  (lab, story) => {
    const { scenes } = words().stories[lab as 'omniglot'];
    expect(story.map(({ name }) => name)).toEqual(Object.keys(scenes));
  },
);

describe('the story of the optimizer lab', () => {
  const { spec } = optimizerPresets['lstm-quadratic'];

  /** A race over these steps, in which the learned one and SGD fall to these values and stay there. */
  function sight(own: number, sgd: number, change: Partial<typeof spec> = {}, iteration = 0) {
    const running = { ...spec, raceSteps: 2 * spec.horizon, ...change };
    const curve = (f: number) => {
      const all = Array.from({ length: running.raceSteps + 1 }, (_, t) => (t === 0 ? 100 : f));
      return { mean: all, median: all };
    };
    const race = {
      complete: true,
      iteration: 700,
      family: running.race,
      curves: { [subject]: curve(own), sgd: curve(sgd) },
    };
    const state = { spec: running, running, view: definition.viewOf(spec), answers: { race } };
    return { lab: state, iteration, training: false } as unknown as Sight<OptimizerState>;
  }
  const scene = (name: string) => optimizers.find((s) => s.name === name)!;

  it('says that all were overtaken only where they were', () => {
    const seen = (now: Sight<OptimizerState>) => scene('scratch').seen(words(), now);
    expect(seen(sight(0.01, 0.5))).toContain('It has overtaken all of them.');
    expect(seen(sight(0.5, 0.01))).toContain('Not there yet');
    expect(seen(sight(0.5, 0.01))).toContain('After 700 meta-iterations it is at 0.50');
    // A race of other problems than those in sight says nothing.
    const other = sight(0.5, 0.01);
    const race = { ...other.lab.answers.race!, family: 'spirals' as const };
    expect(seen({ ...other, lab: { ...other.lab, answers: { ...other.lab.answers, race } } })).toBe(
      null,
    );
  });

  it('waits for each act', () => {
    const before = sight(1, 1, { raceSteps: spec.horizon });
    for (const { name, done } of optimizers) expect(done(before, before), name).toBe(false);
    expect(scene('longer').done(sight(1, 1), before)).toBe(true);
    expect(scene('elsewhere').done(sight(1, 1, { race: 'blobs' }), before)).toBe(true);
    expect(scene('scratch').done(sight(1, 1, { begin: 'scratch' }, 500), before)).toBe(true);
    expect(scene('scratch').done(sight(1, 1, { begin: 'scratch' }, 20), before)).toBe(false);
  });
});

describe('the story of the Omniglot lab', () => {
  const { spec } = omniglotPresets['omniglot-5way-1shot'];

  function sight(view: Partial<OmniglotState['view']>, change: Partial<typeof spec> = {}) {
    const running = { ...spec, ...change };
    const seen = { ...form.viewOf(spec), step: 0, ...view };
    const state = { spec, running, view: seen, answers: { episode: null } };
    return { lab: state, iteration: 0, training: false } as unknown as Sight<OmniglotState>;
  }
  const scene = (name: string) => omniglot.find((s) => s.name === name)!;

  it('waits for each act, and says nothing of numbers that are not there', () => {
    const before = sight({});
    for (const { name, done } of omniglot) expect(done(before, before), name).toBe(false);
    expect(scene('steps').done(sight({ step: 1 }), before)).toBe(true);
    expect(scene('another').done(sight({ episode: 4 }), before)).toBe(true);
    expect(scene('judges').done(sight({ judge: 'pixels' }), before)).toBe(true);
    expect(scene('statistics').done(sight({}, { statistics: 'inductive' }), before)).toBe(true);
    expect(scene('steps').seen(words(), before)).toBeNull();
    expect(scene('judges').seen(words(), before)).toBeNull();
  });
});
