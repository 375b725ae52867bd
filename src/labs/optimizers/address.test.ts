import { describe, expect, it } from 'vitest';
import { decodeAddress, encodeAddress } from '../../spec/address';
import { presetOf, withPreset } from '../../spec/preset';
import { liveOf, tuningOf, workOf } from '../../spec/spec';
import { fields, type OptimizerSpec, type OptimizerView } from './fields';
import { definition } from './lab';
import { defaultPreset, presetNames, presets } from './presets';

const decode = (text: string) => decodeAddress(definition, new URLSearchParams(text));
const standard = definition.viewOf(presets.paper.spec);
const presetNameOf = (spec: OptimizerSpec) => presetOf(fields, presets, spec);

describe('the address of the optimizer lab', () => {
  it.each(presetNames)('holds preset %s whole', (name) => {
    const address = { spec: presets[name].spec, view: standard };
    const params = encodeAddress(definition, address);
    expect(params.get('preset')).toBe(name);
    expect(decodeAddress(definition, params)).toEqual({ address, problems: [] });
  });

  it('holds every setting and what is looked at, and of that only what differs', () => {
    const spec = { ...presets.paper.spec, hidden: [7], rate: 0.0123, racers: ['learned'] as const };
    const view: OptimizerView = {
      start: { x: -1.25, y: 0.5 },
      shown: 'best',
      step: 12,
      lesson: 'compare',
      story: 3,
      from: 'file',
      average: 'mean',
      microscope: 'open',
      line: 7,
      focus: 3,
      gear: 'iteration',
    };
    const params = encodeAddress(definition, { spec, view });
    expect(params.get('start')).toBe('-1.25:0.5');
    expect(decodeAddress(definition, params)).toEqual({ address: { spec, view }, problems: [] });
    expect(presetNameOf(spec)).toBe('custom');
    const plain = encodeAddress(definition, { spec, view: standard });
    expect(Object.keys(view).some((name) => plain.has(name))).toBe(false);
  });

  it('reads a link of before the view had names', () => {
    const { address, problems } = decode(
      'preset=paper&family=gaussian&dimension=3&problems=8&scaling=0&hidden=6&preprocessing=log-sign&outputScale=0.1&objective=sum&gradients=constant&unroll=5&horizon=20&curriculum=fixed&rate=0.001&decay=1&clip=1000&iterations=50000&begin=scratch&race=blobs&raceSteps=20&raceProblems=16&racers=learned,sgd,adam&surface=bowl&surfaceSteps=20&seed=4&engine=simd&start=-1.9:1.2',
    );
    expect(problems).toEqual([]);
    expect(address.spec).toMatchObject({ dimension: 3, hidden: [6], race: 'blobs', seed: 4 });
    expect(address.spec.racers).toEqual(['learned', 'sgd', 'adam']);
    expect(address.view).toEqual({ ...standard, start: { x: -1.9, y: 1.2 }, step: 20 });
  });

  it('lets a link of before conjugate gradients say who was compared then', () => {
    const names = 'learned,sgd,momentum,nesterov,rmsprop,adam';
    const { address, problems } = decode(`preset=lstm-quadratic&v=2&racers=${names}&engine=auto`);
    expect(problems).toEqual([]);
    expect(address.spec.racers.join()).toBe(names);
    expect(presetNameOf(address.spec)).toBe('lstm-quadratic');
    expect(decode('preset=lstm-quadratic').address.spec.racers).toContain('cg');
  });

  it.each([
    ['preset=nonsense', 'preset'],
    ['dimension=1e9', 'dimension'],
    ['hidden=<script>', 'hidden'],
    ['rate=NaN', 'rate'],
    ['start=javascript:1', 'start'],
    ['shown=later', 'shown'],
    ['step=-1', 'step'],
    ['racers=', 'racers'],
    ['frobnicate=1', 'frobnicate'],
  ])('says what is wrong with %s', (text, field) => {
    const { problems, address } = decode(text);
    expect(problems.map((p) => p.field)).toEqual([field]);
    expect(address).toEqual({ spec: presets[defaultPreset].spec, view: standard });
  });
});

describe('a preset of the optimizer lab', () => {
  it.each(presetNames)('is the same by menu and by link: %s', (name) => {
    const before: OptimizerSpec = {
      ...presets.repository.spec,
      begin: 'checkpoint',
      race: 'spirals',
      raceSteps: 300,
      racers: ['sgd'],
      seed: 8,
    };
    const chosen = withPreset(fields, presets[name].spec, before);
    expect(presetNameOf(chosen)).toBe(name);
    const { address } = decode(`preset=${name}&raceSteps=300&racers=sgd&seed=8`);
    expect(chosen).toEqual(address.spec);
  });

  it('is no other for what is looked at, nor for where it begins', () => {
    const { spec } = presets['lstm-quadratic'];
    const looked = { raceSteps: 1000, surface: 'rosenbrock', race: 'blobs' } as const;
    expect(presetNameOf({ ...spec, ...looked, begin: 'scratch' })).toBe('lstm-quadratic');
    expect(presetNameOf({ ...spec, clip: 2 })).toBe('custom');
  });
});

describe('the settings of the optimizer lab', () => {
  it('shape training at once, or what is looked at, or wait', () => {
    expect(tuningOf(fields)).toEqual(['rate', 'decay', 'clip']);
    const looking = ['racers', 'race', 'raceSteps', 'raceProblems', 'surface', 'surfaceSteps'];
    expect(liveOf(fields).filter((name) => !tuningOf(fields).includes(name))).toEqual(looking);
  });

  it.each([
    ...['dimension', 'problems', 'hidden', 'preprocessing', 'unroll', 'gradients'],
    ...['objective', 'horizon', 'curriculum'],
  ])('are work for an engine: %s', (name) => {
    expect(workOf(fields)).toContain(name);
  });

  it.each([
    ...['family', 'scaling', 'outputScale', 'rate', 'decay', 'clip', 'iterations', 'begin'],
    ...['seed', 'engine', 'racers', 'race', 'raceSteps', 'raceProblems', 'surface'],
  ])('are no work for an engine: %s', (name) => {
    expect(workOf(fields)).not.toContain(name);
  });
});

describe('the view of the optimizer lab', () => {
  const { spec } = presets.paper;
  const fitted = definition.fit!;

  it('begins another surface where that one begins', () => {
    const view = { ...standard, start: { x: 1, y: 1 } };
    expect(fitted(view, { ...spec, surface: 'rastrigin' }, spec).start).toBeNull();
    expect(fitted(view, { ...spec, rate: 0.01 }, spec).start).toEqual({ x: 1, y: 1 });
  });

  it('stays at the end of the walk, and where it is before that', () => {
    const longer = { ...spec, surfaceSteps: 300 };
    expect(fitted(standard, longer, spec).step).toBe(300);
    expect(fitted({ ...standard, step: 40 }, longer, spec).step).toBe(40);
  });
});
