/** A print of numbers: what a record says of weights and what a run has become can be held against each other, bit by bit. */

const PRIME = 0x01000193;

/** 32 bits of all bits, in order (FNV-1a over words). */
export function printOf(values: Float32Array): number {
  const words = new Uint32Array(values.buffer, values.byteOffset, values.length);
  let print = 0x811c9dc5;
  for (const word of words) print = Math.imul(print ^ word, PRIME) ^ (word >>> 16);
  return print >>> 0;
}
