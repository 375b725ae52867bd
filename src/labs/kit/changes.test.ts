import { describe, expect, it } from 'vitest';
import { choice, integer, number, type SpecOf, selection } from '../../spec/field';
import { presetOf, withPreset } from '../../spec/preset';
import { workOf } from '../../spec/spec';
import { adopt, changed, pendingIn, undone } from './changes';

const fields = {
  who: selection(['a', 'b', 'c'], { preset: 'offers', hides: true }),
  size: integer({ min: 1, max: 100 }),
  rate: number({ min: 0, max: 1 }, { live: 'training', work: false }),
  shown: integer({ min: 0, max: 9 }, { live: 'looking' }),
  range: integer({ min: 0, max: 9 }),
  testRange: integer({ min: 0, max: 9 }, { live: 'looking' }),
  engine: choice(['x', 'y'], { work: false, preset: 'keeps' }),
};
type Spec = SpecOf<typeof fields>;
const base: Spec = {
  who: ['a', 'b'],
  size: 10,
  rate: 0.5,
  shown: 1,
  range: 3,
  testRange: 3,
  engine: 'x',
};
const settings = { spec: base, running: base, tuned: false };

describe('a change of settings', () => {
  it.each<[string, Partial<Spec>, boolean, { takes: string[]; waits: string[]; tuned: boolean }]>([
    ['a live one of training', { rate: 0.1 }, true, { takes: ['rate'], waits: [], tuned: true }],
    [
      'the same before training',
      { rate: 0.1 },
      false,
      { takes: ['rate'], waits: [], tuned: false },
    ],
    ['one of what is looked at', { shown: 2 }, true, { takes: ['shown'], waits: [], tuned: false }],
    ['one that waits', { size: 11 }, true, { takes: [], waits: ['size'], tuned: false }],
    [
      'one that waits with a live one beside it',
      { size: 11, rate: 0.1 },
      true,
      { takes: [], waits: ['size', 'rate'], tuned: false },
    ],
    ['somebody hidden', { who: ['b'] }, true, { takes: [], waits: [], tuned: false }],
    ['somebody added', { who: ['a', 'c'] }, true, { takes: [], waits: ['who'], tuned: false }],
    ['nothing', {}, true, { takes: [], waits: [], tuned: false }],
  ])('%s', (_what, change, begun, { takes, waits, tuned }) => {
    const { settings: after, tuning } = adopt(fields, settings, { ...base, ...change }, begun);
    expect(tuning).toEqual(takes);
    expect(pendingIn(fields, after)).toEqual(waits);
    expect(after.tuned).toBe(tuned);
    expect(after.spec).toEqual({ ...base, ...change });
  });

  it('takes what is live, whoever is hidden with it', () => {
    const { tuning } = adopt(fields, settings, { ...base, who: ['b'], shown: 2 }, true);
    expect(tuning).toEqual(['shown']);
  });

  it('takes what had waited beside a setting that is put back', () => {
    const both = { ...base, size: 11, testRange: 5 };
    const { settings: waiting } = adopt(fields, settings, both, true);
    expect(pendingIn(fields, waiting)).toEqual(['size', 'testRange']);
    const { settings: after, tuning } = adopt(fields, waiting, { ...both, size: 10 }, true);
    expect(tuning).toEqual(['testRange']);
    expect(pendingIn(fields, after)).toEqual([]);
  });

  it('stays tuned once it was', () => {
    const { settings: after } = adopt(fields, { ...settings, tuned: true }, base, true);
    expect(after.tuned).toBe(true);
  });

  it('lets a follower follow until it was moved away', () => {
    const followers = { range: 'testRange' } as const;
    const moved = changed(fields, followers, base, 'range', 7);
    expect(moved).toEqual({ ...base, range: 7, testRange: 7 });
    const apart = changed(fields, followers, { ...base, testRange: 4 }, 'range', 7);
    expect(apart).toEqual({ ...base, range: 7, testRange: 4 });
  });
});

describe('undo', () => {
  it('puts back the settings of the run, and hides who was hidden', () => {
    const spec: Spec = { ...base, size: 11, who: ['b', 'c'] };
    expect(undone(fields, { spec, running: base })).toEqual({ ...base, who: ['b'] });
  });

  it('shows all where only others were left', () => {
    const spec: Spec = { ...base, who: ['c'] };
    expect(undone(fields, { spec, running: base })).toEqual(base);
  });
});

describe('presets', () => {
  const presets = {
    one: { spec: base },
    two: { spec: { ...base, who: ['c'], size: 20, engine: 'y' } },
  } as const;

  it('put in what they offer, and keep what they say nothing of', () => {
    const now: Spec = { ...base, engine: 'y', who: ['a'] };
    expect(withPreset(fields, presets.two.spec, now)).toEqual({ ...presets.two.spec });
    expect(withPreset(fields, presets.one.spec, now)).toEqual({ ...base, engine: 'y' });
  });

  it.each<[string, Partial<Spec>, string]>([
    ['itself', {}, 'one'],
    ['another engine', { engine: 'y' }, 'one'],
    ['somebody hidden', { who: ['a'] }, 'one'],
    ['somebody added', { who: ['a', 'c'] }, 'custom'],
    ['another size', { size: 20 }, 'custom'],
    ['all of another', { size: 20, who: ['c'] }, 'two'],
  ])('are known by what they set: %s', (_what, change, name) => {
    expect(presetOf(fields, presets, { ...base, ...change })).toBe(name);
  });
});

it('an engine’s speed depends on whatever shapes training, unless it is said not to', () => {
  expect(workOf(fields)).toEqual(['who', 'size', 'range']);
});
