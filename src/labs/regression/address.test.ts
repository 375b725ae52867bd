import { describe, expect, it } from 'vitest';
import { decodeAddress, encodeAddress } from '../../spec/address';
import { presetOf } from '../../spec/preset';
import { changedFields } from '../../spec/spec';
import { fields, type RegressionView } from './fields';
import { definition } from './lab';
import { presetNames, presets } from './presets';

const decode = (text: string) => decodeAddress(definition, new URLSearchParams(text));
const standard: RegressionView = definition.viewOf(presets.cubic.spec);
const custom = { preset: 'custom' } as const;

describe('the address of the regression lab', () => {
  it.each(presetNames)('holds all of %s', (name) => {
    const { spec } = presets[name];
    const view = { ...standard, shown: 7, step: 3, average: 'median' } as const;
    const text = String(encodeAddress(definition, { spec, view }));
    const { address, problems } = decode(text);
    expect(problems).toEqual([]);
    expect(changedFields(fields, address.spec, spec)).toEqual([]);
    expect(address.view).toEqual(view);
    expect(new URLSearchParams(text).get('preset')).toBe(name);
  });

  it('has plain names, and says of the view only what differs', () => {
    const { spec } = presets['sinusoid-10shot'];
    const params = encodeAddress(definition, { spec, view: standard });
    expect(Object.fromEntries(params)).toMatchObject({
      preset: 'sinusoid-10shot',
      task: 'sinusoid',
      shots: '10',
      innerRate: '0.01',
      innerSteps: '1',
      testSteps: '10',
      metaBatch: '25',
      outerRate: '0.001',
      reptileSteps: '5',
      metasgdStart: '0.01',
      anilLayers: '1',
      anilRate: '0.03',
      hidden: '40,40',
      activation: 'relu',
      seed: '1',
      engine: 'auto',
      contenders: 'maml,fomaml,reptile,joint,random',
      phase: '0,pi',
    });
    expect(['shown', 'points', 'step', 'average'].some((name) => params.has(name))).toBe(false);
  });

  it('reads a link of before there were Meta-SGD and ANIL', () => {
    const { address, problems } = decode(
      'preset=sinusoid-10shot&task=sinusoid&shots=10&queries=10&reptileSteps=5&reptileBatch=10&reptileOptimizer=sgd&reptileRate=1&contenders=maml,random&seed=4&engine=auto&shown=5&points=1:2,3:-4',
    );
    expect(problems).toEqual([]);
    expect(address.spec).toEqual({
      ...presets['sinusoid-10shot'].spec,
      contenders: ['maml', 'random'],
      seed: 4,
    });
    expect(address.view).toMatchObject({
      shown: 5,
      points: [
        { x: 1, y: 2 },
        { x: 3, y: -4 },
      ],
    });
  });

  it('takes a preset and what differs from it', () => {
    const { address } = decode('preset=reptile-toy&seed=9&innerSteps=3');
    expect(address.spec).toEqual({ ...presets['reptile-toy'].spec, seed: 9, innerSteps: 3 });
    expect(presetOf(fields, presets, address.spec)).toBe('custom');
    const elsewhere = { ...presets.cubic.spec, seed: 9, engine: 'simd' } as const;
    expect(presetOf(fields, presets, elsewhere)).toBe('cubic');
  });

  it('is a preset with some of its contenders hidden, and not with others added', () => {
    const { spec } = presets.cubic;
    expect(presetOf(fields, presets, { ...spec, contenders: ['maml'] })).toBe('cubic');
    expect(presetOf(fields, presets, { ...spec, contenders: ['maml', 'fomaml'] })).toBe(
      custom.preset,
    );
  });

  it.each([
    ['preset=nonsense', 'preset'],
    ['shown=-1', 'shown'],
    ['points=1:2,3', 'points'],
    ['points=<script>', 'points'],
    [`points=${new Array(201).fill('1:1').join()}`, 'points'],
    ['step=many', 'step'],
    ['average=mode', 'average'],
    ['engine=cuda', 'engine'],
    ['shots=0', 'shots'],
    ['phase=1,0', 'phase'],
    ['reptileShots=2', 'reptileShots'],
  ])('names what is wrong with %s', (text, field) => {
    const { address, problems } = decode(text);
    expect(problems.map((p) => p.field)).toEqual([field]);
    expect(address).toEqual({ spec: presets['sinusoid-10shot'].spec, view: standard });
  });
});
