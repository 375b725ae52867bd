/** Weights as PyTorch lays them out: a matrix of our networks has a row for each input, one of PyTorch's for each output. */

import type { ParameterShape } from '../../../networks/network';
import type { Tensor } from '../safetensors';

/** Of a convolution, 3 × 3. */
const TAPS = 9;

/** Row-major [rows, columns] as [columns, rows]. */
export function transposed(values: Float32Array, rows: number, columns: number): Float32Array {
  const out = new Float32Array(values.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) out[j * rows + i] = values[i * columns + j]!;
  }
  return out;
}

export const numbersOf = (
  { offset, rows, columns }: ParameterShape,
  theta: Float32Array,
): Float32Array => theta.slice(offset, offset + rows * columns);

/** The matrix of a dense layer, [outputs, inputs]. */
export const matrixOf = (shape: ParameterShape, theta: Float32Array): Tensor => ({
  shape: [shape.columns, shape.rows],
  data: transposed(numbersOf(shape, theta), shape.rows, shape.columns),
});

/** The filters of a convolution, [filters, channels, 3, 3]: ours go tap by tap, and channel by channel within one. */
export function filtersOf(shape: ParameterShape, theta: Float32Array): Tensor {
  const { rows, columns } = shape;
  const channels = rows / TAPS;
  const values = numbersOf(shape, theta);
  const data = new Float32Array(values.length);
  for (let tap = 0; tap < TAPS; tap++) {
    for (let c = 0; c < channels; c++) {
      for (let f = 0; f < columns; f++) {
        data[(f * channels + c) * TAPS + tap] = values[(tap * channels + c) * columns + f]!;
      }
    }
  }
  return { shape: [columns, channels, 3, 3], data };
}
