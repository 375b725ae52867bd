/** Parameter matrices in a flat vector. */

export type Shape = readonly [rows: number, columns: number];

export const sizeOf = (shapes: readonly Shape[]): number =>
  shapes.reduce((sum, [rows, columns]) => sum + rows * columns, 0);

/** The matrices of a flat vector, row-major, in its order. */
export function cut(
  values: Float32Array,
  shapes: readonly Shape[],
): { readonly values: Float32Array; readonly shape: [rows: number, columns: number] }[] {
  let offset = 0;
  return shapes.map(([rows, columns]) => {
    const part = values.slice(offset, offset + rows * columns);
    offset += rows * columns;
    return { values: part, shape: [rows, columns] };
  });
}
