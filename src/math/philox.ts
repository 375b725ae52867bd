/**
 * Philox4x32-10, a counter-based random generator: output block n is a pure function of (key, n).
 *
 * A counter in place of a state means that the draws of meta-iteration 12,480 can be made without
 * making those before it, so a run resumed from a snapshot, paused or stepped draws the same tasks.
 *
 * Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
 */

const MULTIPLIER_0 = 0xd2511f53;
const MULTIPLIER_1 = 0xcd9e8d57;
const WEYL_0 = 0x9e3779b9;
const WEYL_1 = 0xbb67ae85;
const ROUNDS = 10;

/** High 32 bits of the 64-bit product of two unsigned 32-bit integers. */
function multiplyHigh(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const low = Math.imul(aLow, bLow) >>> 0;
  const cross = (low >>> 16) + (Math.imul(aHigh, bLow) >>> 0);
  const middle = (cross & 0xffff) + (Math.imul(aLow, bHigh) >>> 0);
  const carry = Math.floor(cross / 0x10000) + Math.floor(middle / 0x10000);
  return (Math.imul(aHigh, bHigh) + carry) >>> 0;
}

/**
 * Writes block `counter` of the generator `key` into `out`: four unsigned 32-bit integers.
 *
 * @param counter four words, least significant first
 * @param key two words
 */
export function philox4x32(
  counter: readonly [number, number, number, number],
  key: readonly [number, number],
  out: Uint32Array,
): void {
  let [c0, c1, c2, c3] = counter;
  let [k0, k1] = key;
  for (let round = 0; round < ROUNDS; round++) {
    const high0 = multiplyHigh(MULTIPLIER_0, c0);
    const low0 = Math.imul(MULTIPLIER_0, c0);
    const high1 = multiplyHigh(MULTIPLIER_1, c2);
    const low1 = Math.imul(MULTIPLIER_1, c2);
    c0 = (high1 ^ c1 ^ k0) >>> 0;
    c1 = low1 >>> 0;
    c2 = (high0 ^ c3 ^ k1) >>> 0;
    c3 = low0 >>> 0;
    k0 = (k0 + WEYL_0) >>> 0;
    k1 = (k1 + WEYL_1) >>> 0;
  }
  out[0] = c0;
  out[1] = c1;
  out[2] = c2;
  out[3] = c3;
}
