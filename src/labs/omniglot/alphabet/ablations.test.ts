import { expect, it } from 'vitest';
import { decodeAddress } from '../../../spec/address';
import { changedFields } from '../../../spec/spec';
import { fields } from '../fields';
import { form } from '../lab';
import { beginningWith, presets } from '../presets';
import { gains, measured, wholeAddress } from './ablations';
import { parts } from './parts';

const specAt = (address: string) => {
  const { address: read, problems } = decodeAddress(
    form,
    new URLSearchParams(address.slice(address.indexOf('?'))),
  );
  expect(problems).toEqual([]);
  return read.spec;
};

it('each link trains the recipe from scratch without its part, and with nothing else changed', () => {
  const { iterations, longer } = measured;
  const whole = { ...beginningWith(presets.lake.spec, 'scratch'), iterations };
  expect(specAt(wholeAddress)).toEqual(whole);
  for (const { name, address } of gains) {
    const change = name === 'time' ? { iterations: longer.iterations } : parts[name];
    const spec = specAt(address);
    expect(spec).toEqual({ ...whole, ...change });
    expect(changedFields(fields, whole, spec), name).toEqual(Object.keys(change));
  }
});
