import { describe, expect, it } from 'vitest';
import { changedFields } from '../../spec/spec';
import { decodeAddress, encodeAddress, presetOf } from './address';
import { presetNames, presets } from './presets';
import { fields } from './spec';

const decode = (text: string) => decodeAddress(new URLSearchParams(text));

describe('the address of the regression lab', () => {
  it.each(presetNames)('holds all of %s', (name) => {
    const { spec } = presets[name];
    const text = String(encodeAddress({ spec, task: { number: 7, points: null } }));
    const { address, problems } = decode(text);
    expect(problems).toEqual([]);
    expect(changedFields(fields, address.spec, spec)).toEqual([]);
    expect(address.task).toEqual({ number: 7, points: null });
    expect(new URLSearchParams(text).get('preset')).toBe(name);
  });

  it('has plain names', () => {
    const params = encodeAddress({
      spec: presets['sinusoid-10shot'].spec,
      task: { number: 0, points: null },
    });
    expect(Object.fromEntries(params)).toMatchObject({
      preset: 'sinusoid-10shot',
      task: 'sinusoid',
      shots: '10',
      innerRate: '0.01',
      innerSteps: '1',
      testSteps: '10',
      metaBatch: '25',
      outerRate: '0.001',
      hidden: '40,40',
      activation: 'relu',
      seed: '1',
      engine: 'auto',
      contenders: 'maml,fomaml,reptile,joint,random',
      phase: '0,pi',
    });
  });

  it('takes a preset and what differs from it', () => {
    const { address } = decode('preset=reptile-toy&seed=9&innerSteps=3');
    expect(address.spec).toEqual({ ...presets['reptile-toy'].spec, seed: 9, innerSteps: 3 });
    expect(presetOf(address.spec)).toBe('custom');
    expect(presetOf({ ...presets.cubic.spec, seed: 9, engine: 'simd' })).toBe('cubic');
  });

  it('keeps points that a person moved', () => {
    const points = [
      { x: -1.5, y: 2 },
      { x: 3, y: -0.125 },
    ];
    const spec = presets.cubic.spec;
    const text = String(encodeAddress({ spec, task: { number: 2, points } }));
    expect(decode(text).address.task).toEqual({ number: 2, points });
  });

  it.each([
    ['preset=nonsense', 'preset'],
    ['shown=-1', 'shown'],
    ['shown=1e5', 'shown'],
    ['points=1:2,3', 'points'],
    ['points=<script>', 'points'],
    [`points=${new Array(201).fill('1:1').join()}`, 'points'],
    ['engine=cuda', 'engine'],
    ['shots=0', 'shots'],
    ['phase=1,0', 'phase'],
  ])('names what is wrong with %s', (text, field) => {
    const { address, problems } = decode(text);
    expect(problems.map((p) => p.field)).toEqual([field]);
    expect(address.spec).toEqual(presets['sinusoid-10shot'].spec);
  });
});
