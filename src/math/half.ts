/** Numbers in half precision: what checkpoints store, at half the size. IEEE 754 binary16, rounded to nearest even. */

/** Magnitudes from here on have no finite half. */
export const LARGEST_HALF = 65504;

const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

function toHalf(value: number): number {
  float[0] = value;
  const x = bits[0]!;
  const sign = (x >>> 16) & 0x8000;
  const exponent = ((x >>> 23) & 0xff) - 112;
  const mantissa = x & 0x7fffff;
  if (exponent >= 31) return sign | (exponent > 142 && mantissa > 0 ? 0x7e00 : 0x7c00);
  if (exponent <= 0) {
    if (exponent < -10) return sign;
    return sign | roundShift(mantissa | 0x800000, 14 - exponent);
  }
  // A mantissa that rounds up to the next power of two carries into the exponent by itself.
  return sign | roundShift((exponent << 23) | mantissa, 13);
}

/** x / 2ⁿ, to nearest, halves to even. */
function roundShift(x: number, n: number): number {
  const kept = x >>> n;
  const rest = x & ((1 << n) - 1);
  const half = 1 << (n - 1);
  return kept + (rest > half || (rest === half && (kept & 1) === 1) ? 1 : 0);
}

function fromHalf(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >>> 10) & 31;
  const mantissa = half & 0x3ff;
  if (exponent === 0) return sign * mantissa * 2 ** -24;
  if (exponent === 31) return mantissa === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1024 + mantissa) * 2 ** (exponent - 25);
}

export const toHalves = (values: Float32Array): Uint16Array =>
  Uint16Array.from(values, (x) => toHalf(x));
export const fromHalves = (halves: Uint16Array): Float32Array =>
  Float32Array.from(halves, (h) => fromHalf(h));
