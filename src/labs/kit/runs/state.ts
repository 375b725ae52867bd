/**
 * A trained state small enough for a link: the weights of a run's contenders in half precision, without what it has
 * recorded and without the moments of its optimisers, deflated, in the letters of addresses.
 */

import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { fromHalves, toHalves } from '../../../math/half';
import { bytesOf, textOf } from '../checkpointFile';
import { RunError } from './runFile';

/** Characters of a state in a link, at most: mail and chat cut longer ones. */
export const MOST_STATE = 6000;
/** Weights that so many characters hold, about: two bytes each, in base 64. */
export const MOST_WEIGHTS = Math.floor((MOST_STATE * 3) / 4 / 2);
/** Bytes that a state may unfold to. */
const LARGEST = 4_000_000;

/** What a run can go on without. */
const LEFT_OUT: Readonly<Record<string, unknown>> = {
  moments: {},
  good: null,
  best: null,
  position: null,
};

/** How many weights a link would carry. */
export function weightsIn(resume: unknown): number {
  if (resume === null || typeof resume !== 'object') return 0;
  if (resume instanceof Float32Array) return resume.length;
  return Object.entries(resume).reduce(
    (sum, [name, inner]) => sum + (Object.hasOwn(LEFT_OUT, name) ? 0 : weightsIn(inner)),
    0,
  );
}

export function stateText(resume: unknown): string {
  const bytes = deflateSync(strToU8(JSON.stringify(small(resume))), { level: 9 });
  return textOf(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @throws RunError */
export function readState(text: string): unknown {
  try {
    const bytes = bytesOf(text.replaceAll('-', '+').replaceAll('_', '/'));
    // A few letters can unfold to gigabytes: what is beyond the room is left out, and no JSON.
    const json = inflateSync(bytes, { out: new Uint8Array(LARGEST) });
    return large(JSON.parse(strFromU8(json)));
  } catch {
    throw new RunError({ code: 'damaged' });
  }
}

function small(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Float32Array) return { half: textOf(toHalves(value)) };
  if (Array.isArray(value)) return value.map(small);
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      Object.hasOwn(LEFT_OUT, name) ? LEFT_OUT[name] : small(inner),
    ]),
  );
}

function large(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(large);
  if ('half' in value && typeof value.half === 'string') {
    const { buffer } = bytesOf(value.half);
    return fromHalves(new Uint16Array(buffer, 0, Math.floor(buffer.byteLength / 2)));
  }
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, large(inner)]));
}
