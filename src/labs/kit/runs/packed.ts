/** Plain values with typed arrays and numbers that are none, as JSON has neither. */

import { bytesOf, textOf } from '../checkpointFile';

const kinds = { float32: Float32Array, float64: Float64Array, uint8: Uint8Array } as const;
type Kind = keyof typeof kinds;
const kindNames = Object.keys(kinds) as Kind[];
const strange: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
};

/** @throws TypeError for what no run has */
export function packed(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return { number: String(value) };
  if (value === null || typeof value !== 'object') return value;
  if (ArrayBuffer.isView(value)) {
    const kind = kindNames.find((name) => value instanceof kinds[name]);
    if (kind === undefined) throw new TypeError(value.constructor.name);
    return { [kind]: textOf(value) };
  }
  if (Array.isArray(value)) return value.map(packed);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, packed(inner)]));
}

/** @throws FileError where an array is not as it was written */
export function unpacked(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(unpacked);
  const entries = Object.entries(value);
  const [name = '', inner] = entries.length === 1 ? entries[0]! : [];
  const kind = kindNames.find((known) => known === name);
  if (kind !== undefined && typeof inner === 'string') {
    const { buffer } = bytesOf(inner);
    const Values = kinds[kind];
    return new Values(buffer, 0, Math.floor(buffer.byteLength / Values.BYTES_PER_ELEMENT));
  }
  if (name === 'number' && typeof inner === 'string' && Object.hasOwn(strange, inner)) {
    return strange[inner];
  }
  return Object.fromEntries(entries.map(([key, item]) => [key, unpacked(item)]));
}
