/** The Omniglot lab as an address: every setting by name, the preset they came from, the task in sight. */

import { changedFields, decodeSpec, encodeSpec, type Problem } from '../../spec/spec';
import { presetIn } from '../presets';
import { beginningWith, defaultPreset, type PresetName, presetNames, presets } from './presets';
import { fields, type OmniglotSpec } from './spec';

export interface OmniglotAddress {
  readonly spec: OmniglotSpec;
  /** Number of the task in sight. */
  readonly episode: number;
}

const MOST_EPISODES = 1_000_000;

/** What is looked at says nothing about a training. */
const own = new Set(['begin', 'seed', 'engine', 'methods', 'queries', 'statistics', 'characters']);

/** The preset that a spec is, whatever is looked at, or `custom`. */
export function presetOf(spec: OmniglotSpec): PresetName | 'custom' {
  const match = presetNames.find((name) =>
    changedFields(fields, beginningWith(presets[name].spec, spec.begin), spec).every((field) =>
      own.has(field),
    ),
  );
  return match ?? 'custom';
}

export function encodeAddress({ spec, episode }: OmniglotAddress): URLSearchParams {
  const params = new URLSearchParams({ preset: presetOf(spec) });
  for (const [name, text] of encodeSpec(fields, spec)) params.set(name, text);
  if (episode > 0) params.set('episode', String(episode));
  return params;
}

export function decodeAddress(params: URLSearchParams): {
  address: OmniglotAddress;
  problems: Problem[];
} {
  const { preset, problems } = presetIn(params, presetNames, defaultPreset);
  const decoded = decodeSpec(fields, presets[preset].spec, params, ['preset', 'episode']);
  problems.push(...decoded.problems);
  const text = params.get('episode') ?? '0';
  const episode = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
  const valid = episode < MOST_EPISODES;
  if (!valid) {
    problems.push({
      field: 'episode',
      message: `episode must be a whole number below ${MOST_EPISODES.toLocaleString('en')}: using 0`,
    });
  }
  return { address: { spec: decoded.spec, episode: valid ? episode : 0 }, problems };
}
