/**
 * A trained state small enough for a link: the weights of a run's contenders in half precision, without what it has
 * recorded and without the moments of its optimisers, deflated, in the letters of addresses.
 */

import { fromHalves, toHalves } from '../../../math/half';
import { bytesOf, textOf } from '../checkpointFile';
import { RunError } from './runFile';

/** Characters of a state in a link, at most: mail and chat cut longer ones. */
export const MOST_STATE = 6000;
/** Bytes that a state may unfold to. */
const LARGEST = 4_000_000;

/** What a run can go on without. */
const LEFT_OUT: Readonly<Record<string, unknown>> = {
  moments: {},
  good: null,
  best: null,
  position: null,
};

export async function stateText(resume: unknown): Promise<string> {
  const json = JSON.stringify(small(resume));
  const bytes = await through(new TextEncoder().encode(json), new CompressionStream('deflate-raw'));
  return textOf(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @throws RunError */
export async function readState(text: string): Promise<unknown> {
  try {
    const bytes = bytesOf(text.replaceAll('-', '+').replaceAll('_', '/'));
    const json = await through(bytes, new DecompressionStream('deflate-raw'));
    return large(JSON.parse(new TextDecoder().decode(json)));
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

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    size += value.length;
    // A few letters can unfold to gigabytes.
    if (size > LARGEST) throw new RangeError('too large');
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
