import { describe, expect, it } from 'vitest';
import { decodeAddress, encodeAddress, presetOf, startOf } from './address';
import { presetNames, presets } from './presets';

describe('the address of the optimizer lab', () => {
  it.each(presetNames)('holds preset %s whole', (name) => {
    const address = { spec: presets[name].spec, start: null };
    const params = encodeAddress(address);
    expect(params.get('preset')).toBe(name);
    expect(decodeAddress(params)).toEqual({ address, problems: [] });
  });

  it('holds every setting and the start', () => {
    const spec = { ...presets.paper.spec, hidden: [7], rate: 0.0123, racers: ['learned'] as const };
    const address = { spec, start: [-1.25, 0.5] as const };
    const { address: decoded, problems } = decodeAddress(encodeAddress(address));
    expect(problems).toEqual([]);
    expect(decoded).toEqual(address);
    expect(presetOf(spec)).toBe('custom');
  });

  it('keeps the start within sight', () => {
    const { spec } = presets.paper;
    expect(startOf({ spec, start: [99, -99] })).toEqual([3, -2]);
    expect(startOf({ spec, start: null })).toEqual([-2.5, 1.2]);
  });

  it('what is looked at makes no other preset', () => {
    const spec = { ...presets.paper.spec, raceSteps: 1000, surface: 'rosenbrock' as const };
    expect(presetOf(spec)).toBe('paper');
  });

  it.each([
    ['preset=nonsense', 'preset'],
    ['dimension=1e9', 'dimension'],
    ['hidden=<script>', 'hidden'],
    ['rate=NaN', 'rate'],
    ['start=javascript:1', 'start'],
    ['racers=', 'racers'],
    ['frobnicate=1', 'frobnicate'],
  ])('says what is wrong with %s', (text, field) => {
    const { problems, address } = decodeAddress(new URLSearchParams(text));
    expect(problems.map((p) => p.field)).toEqual([field]);
    expect(address.spec).toEqual(presets['lstm-quadratic'].spec);
  });
});
