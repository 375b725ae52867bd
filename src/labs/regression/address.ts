/** The regression lab as an address: every setting by name, the preset they came from, the task in sight. */

import { changedFields, decodeSpec, encodeSpec, type Problem } from '../../spec/spec';
import { presetIn } from '../presets';
import { defaultPreset, type PresetName, presetNames, presets } from './presets';
import { fields, type RegressionSpec } from './spec';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Which held-out task is in sight, and the points that a person made of its own. */
export interface TaskChoice {
  readonly number: number;
  readonly points: readonly Point[] | null;
}

export interface RegressionAddress {
  readonly spec: RegressionSpec;
  readonly task: TaskChoice;
}

const MOST_POINTS = 200;

/** A task far from the average one, so that there is something to adapt to. */
const FIRST_SHOWN = 2;

/** The preset that a spec is, whatever its seed and engine, or `custom`. */
export function presetOf(spec: RegressionSpec): PresetName | 'custom' {
  const own = new Set(['seed', 'engine', 'contenders']);
  const match = presetNames.find((name) =>
    changedFields(fields, presets[name].spec, spec).every((field) => own.has(field)),
  );
  return match ?? 'custom';
}

export function encodeAddress({ spec, task }: RegressionAddress): URLSearchParams {
  const params = new URLSearchParams({ preset: presetOf(spec) });
  for (const [name, text] of encodeSpec(fields, spec)) params.set(name, text);
  if (task.number !== FIRST_SHOWN) params.set('shown', String(task.number));
  if (task.points !== null) {
    params.set('points', task.points.map(({ x, y }) => `${x}:${y}`).join(','));
  }
  return params;
}

export function decodeAddress(params: URLSearchParams): {
  address: RegressionAddress;
  problems: Problem[];
} {
  const { preset, problems } = presetIn(params, presetNames, defaultPreset);
  const decoded = decodeSpec(fields, presets[preset].spec, params, ['preset', 'shown', 'points']);
  problems.push(...decoded.problems);

  let number = FIRST_SHOWN;
  const shown = params.get('shown');
  if (shown !== null) {
    if (/^\d{1,9}$/.test(shown)) number = Number(shown);
    else {
      problems.push({
        field: 'shown',
        message: `shown must be the number of a task: using ${FIRST_SHOWN}`,
      });
    }
  }
  const text = params.get('points');
  const points = text === null ? null : parsePoints(text);
  if (text !== null && points === null) {
    problems.push({
      field: 'points',
      message: `points must be up to ${MOST_POINTS} pairs x:y with commas between: using those of the task`,
    });
  }
  return { address: { spec: decoded.spec, task: { number, points } }, problems };
}

function parsePoints(text: string): Point[] | null {
  const pairs = text.split(',');
  if (pairs.length > MOST_POINTS) return null;
  const points = pairs.map((pair) => {
    const match = /^(-?\d{1,4}(?:\.\d{1,6})?):(-?\d{1,4}(?:\.\d{1,6})?)$/.exec(pair);
    return match === null ? null : { x: Number(match[1]), y: Number(match[2]) };
  });
  return points.every((point) => point !== null) ? points : null;
}
