/** The weights of readers, named and laid out as the script has them, and the streams that they are judged by. */

import type { StreamShape } from '../../../networks/programs/readers/stream';
import type { Tensor, Tensors } from '../../kit/safetensors';
import type { MemorySpec } from '../fields';
import { isTrained } from '../methods';
import type { MemorySnapshot, StreamsAnswer } from '../questions';
import { programIn } from '../registry';

/** A matrix has a row for each input, as in our networks; a name has no blank. */
export function tensorsOf(
  { contenders }: Pick<MemorySnapshot, 'contenders'>,
  spec: MemorySpec,
  shape: StreamShape,
): Tensors {
  const tensors: Record<string, Tensor> = {};
  for (const reader of spec.readers.filter(isTrained)) {
    const theta = contenders[reader]?.weights.theta;
    if (theta === undefined) continue;
    let at = 0;
    const { parameters } = programIn(reader, shape, spec).plain;
    for (const [name, { rows, columns }] of Object.entries(parameters)) {
      const data = theta.slice(at, at + rows * columns);
      const isRow = name.endsWith(' biases');
      tensors[`${reader}.${name.replaceAll(' ', '_')}`] = {
        ...{ shape: isRow ? [columns] : [rows, columns], data },
      };
      at += rows * columns;
    }
  }
  return tensors;
}

/** Drawings as they are read, each once; streams as places among them; and their labels. */
export const streamTensors = ({
  width,
  drawings,
  places,
  labels,
  streams,
  length,
}: StreamsAnswer): Tensors => ({
  drawings: { shape: [drawings.length / width, width], data: drawings },
  streams: { shape: [streams, length], data: places },
  labels: { shape: [streams, length], data: labels },
});
