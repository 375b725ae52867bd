/** The optimizer lab as an address: every setting by name, the preset they came from, where the surface is entered. */

import type { Range } from '../../math/range';
import { changedFields, decodeSpec, encodeSpec, type Problem } from '../../spec/spec';
import { surfaces } from '../../tasks/surfaces';
import { presetIn } from '../presets';
import { defaultPreset, type PresetName, presetNames, presets } from './presets';
import { fields, type OptimizerSpec } from './spec';

export type Start = readonly [number, number];

export interface OptimizerAddress {
  readonly spec: OptimizerSpec;
  /** Where a person put the start on the surface, or null for where it begins. */
  readonly start: Start | null;
}

/** What is looked at says nothing about a training. */
const own = new Set([
  'begin',
  'seed',
  'engine',
  'racers',
  'race',
  'raceSteps',
  'raceProblems',
  'surface',
  'surfaceSteps',
]);

/** The preset that a spec is, whatever is looked at, or `custom`. */
export function presetOf(spec: OptimizerSpec): PresetName | 'custom' {
  const match = presetNames.find((name) =>
    changedFields(fields, presets[name].spec, spec).every((field) => own.has(field)),
  );
  return match ?? 'custom';
}

/** The start, kept within sight of the surface. */
export function startOf({ spec, start }: OptimizerAddress): Start {
  const { x, y, start: standard } = surfaces[spec.surface];
  if (start === null) return standard;
  const within = (value: number, [low, high]: Range) => Math.min(high, Math.max(low, value));
  return [within(start[0], x), within(start[1], y)];
}

export function encodeAddress({ spec, start }: OptimizerAddress): URLSearchParams {
  const params = new URLSearchParams({ preset: presetOf(spec) });
  for (const [name, text] of encodeSpec(fields, spec)) params.set(name, text);
  if (start !== null) params.set('start', `${start[0]}:${start[1]}`);
  return params;
}

export function decodeAddress(params: URLSearchParams): {
  address: OptimizerAddress;
  problems: Problem[];
} {
  const { preset, problems } = presetIn(params, presetNames, defaultPreset);
  const decoded = decodeSpec(fields, presets[preset].spec, params, ['preset', 'start']);
  problems.push(...decoded.problems);
  const text = params.get('start');
  const match = /^(-?\d{1,2}(?:\.\d{1,6})?):(-?\d{1,2}(?:\.\d{1,6})?)$/.exec(text ?? '');
  if (text !== null && match === null) {
    problems.push({
      field: 'start',
      message: 'start must be a point x:y: using that of the surface',
    });
  }
  const start: Start | null = match === null ? null : [Number(match[1]), Number(match[2])];
  return { address: { spec: decoded.spec, start }, problems };
}
