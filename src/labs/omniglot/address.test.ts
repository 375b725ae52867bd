import { describe, expect, it } from 'vitest';
import { decodeAddress, encodeAddress, presetOf } from './address';
import { beginningWith, presetNames, presets } from './presets';
import { trainedNames } from './spec';
import { recipeOf } from './trained/recipes';

describe.each(presetNames)('preset %s', (name) => {
  const { spec } = presets[name];

  it('comes back from its address, and is known again', () => {
    const text = encodeAddress({ spec, episode: 3 }).toString();
    const { address, problems } = decodeAddress(new URLSearchParams(text));
    expect(problems).toEqual([]);
    expect(address).toEqual({ spec, episode: 3 });
    expect(presetOf(address.spec)).toBe(name);
  });

  it.each(['checkpoint', 'scratch'] as const)('is known again beginning with %s', (begin) => {
    const other = beginningWith(spec, begin);
    const text = encodeAddress({ spec: other, episode: 0 }).toString();
    const { address } = decodeAddress(new URLSearchParams(text));
    expect(address.spec).toEqual(other);
    expect(presetOf(other)).toBe(name);
  });
});

it('trains trained methods on gently, and untrained ones at the rates of the papers', () => {
  const trained = presets['omniglot-5way-1shot'].spec;
  expect(trained).toMatchObject({ begin: 'checkpoint', metaRate: 0.0001, reptileOuter: 0.1 });
  const untrained = { begin: 'scratch', metaRate: 0.001, reptileOuter: 1 };
  expect(beginningWith(trained, 'scratch')).toMatchObject(untrained);
  expect(beginningWith(beginningWith(trained, 'scratch'), 'checkpoint')).toEqual(trained);
  for (const method of trainedNames) {
    expect(recipeOf(method, 1, null).spec).toMatchObject(untrained);
  }
});

it('keeps a rate that a person chose where the beginning stays', () => {
  const spec = { ...presets.scratch.spec, metaRate: 0.005 };
  expect(beginningWith(spec, 'scratch')).toBe(spec);
});

it.each(['-1', '1.5', 'x', '1000000'])('refuses episode %s with a reason', (episode) => {
  const { address, problems } = decodeAddress(new URLSearchParams({ episode }));
  expect(address.episode).toBe(0);
  expect(problems).toEqual([expect.objectContaining({ field: 'episode' })]);
});
