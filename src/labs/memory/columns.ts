/** Parts of rows. */

/** Of row-major [rows, all], so many columns from `from` on. */
export function columns(
  values: Float32Array,
  all: number,
  from: number,
  count: number,
): Float32Array {
  const rows = values.length / all;
  const out = new Float32Array(rows * count);
  for (let r = 0; r < rows; r++) {
    out.set(values.subarray(r * all + from, r * all + from + count), r * count);
  }
  return out;
}
