/** The plane that shows most of how points differ. */

const SWEEPS = 60;

/**
 * Coordinates of points along the first two principal components of all of them, row-major [points, 2].
 *
 * By power iteration on the points' inner products, so that few points in many dimensions are cheap. The sign of a
 * component is chosen so that its first sizeable coordinate is positive: a small move of the points moves the picture little.
 *
 * @param values row-major [points, width]
 */
export function principalPlane(values: ArrayLike<number>, width: number): Float32Array {
  const points = values.length / width;
  const centred = Float64Array.from(values);
  for (let j = 0; j < width; j++) {
    let mean = 0;
    for (let i = 0; i < points; i++) mean += centred[i * width + j]! / points;
    for (let i = 0; i < points; i++) centred[i * width + j]! -= mean;
  }
  const products = new Float64Array(points * points);
  for (let a = 0; a < points; a++) {
    for (let b = 0; b <= a; b++) {
      let dot = 0;
      for (let j = 0; j < width; j++) dot += centred[a * width + j]! * centred[b * width + j]!;
      products[a * points + b] = dot;
      products[b * points + a] = dot;
    }
  }
  const plane = new Float32Array(points * 2);
  for (let component = 0; component < 2; component++) {
    const { vector, value } = leading(products, points);
    const sign = Math.sign(vector.find((x) => Math.abs(x) > 0.5 / Math.sqrt(points)) ?? 1);
    const size = Math.sqrt(Math.max(0, value));
    for (let i = 0; i < points; i++) {
      plane[2 * i + component] = sign * size * vector[i]!;
      for (let j = 0; j < points; j++) {
        products[i * points + j]! -= value * vector[i]! * vector[j]!;
      }
    }
  }
  return plane;
}

/** The greatest eigenvalue of a symmetric matrix, none being negative, and its unit eigenvector. */
function leading(matrix: Float64Array, size: number): { vector: Float64Array; value: number } {
  let vector = Float64Array.from({ length: size }, (_, i) => Math.cos(1 + 2.4 * i));
  let value = 0;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const next = new Float64Array(size);
    for (let i = 0; i < size; i++) {
      let dot = 0;
      for (let j = 0; j < size; j++) dot += matrix[i * size + j]! * vector[j]!;
      next[i] = dot;
    }
    value = Math.hypot(...next);
    if (value < 1e-12) return { vector: new Float64Array(size), value: 0 };
    vector = next.map((x) => x / value);
  }
  return { vector, value };
}
