/** Convolutions by the kernels that walk windows where they lie: no patches are written. */

import { KERNEL, patchShape, positionsOf, TAPS, type Windows } from '../../networks/geometry';
import type { Tensors } from '../tensors';
import type { Kernels } from './kernels';
import { isContiguous, placesOf, type SimdMatrices, taskBytes } from './matrices';

/** What the kernels for windows need to know of them. */
export const sizesOf = (windows: Windows) => {
  const { height, width, channels } = windows.input;
  const down = patchShape(windows);
  return [height, width, channels, windows.stride, down.height, down.width] as const;
};

/** So many channels have a kernel of their own for the gradients of their filters. */
const FEW = 3;

export function simdConvolutions(
  kernels: Kernels,
  make: (tasks: number, rows: number, columns: number) => SimdMatrices,
  contiguous: (m: SimdMatrices) => SimdMatrices,
): Pick<Tensors<SimdMatrices>, 'windowed' | 'throughWindows'> {
  /** Filters that all tasks share see the images of all tasks as those of one: tiles are as tall as they can be. */
  const apart = (
    c: SimdMatrices,
    images: number,
    filters: SimdMatrices,
    plus: SimdMatrices | undefined,
  ): [tasks: number, images: number] => {
    const fits = plus === undefined || (plus.tasks === c.tasks && isContiguous(plus));
    return filters.tasks === 1 && fits ? [1, c.tasks * images] : [c.tasks, images];
  };
  const addend = (plus: SimdMatrices | undefined): [pointer: number, task: number] =>
    plus === undefined ? [0, 0] : [plus.pointer, taskBytes(plus)];

  return {
    windowed(given, windows) {
      const x = contiguous(given);
      const images = x.rows / positionsOf(windows.input);
      const sizes = sizesOf(windows);
      const { height, width } = windows.input;
      return {
        times(filters, plus) {
          const { columns } = filters;
          const rows = images * positionsOf(patchShape(windows));
          const y = make(Math.max(x.tasks, filters.tasks), rows, columns);
          const terms = placesOf([x, filters]);
          const each = apart(y, images, filters, plus);
          kernels.convolve(...each, ...sizes, columns, ...terms, ...addend(plus), y.pointer);
          return y;
        },
        transposedTimes(dy, plus) {
          const { columns } = dy;
          const dw = make(Math.max(x.tasks, dy.tasks), TAPS * x.columns, columns);
          const each = [dw.tasks, images, ...sizes, columns] as const;
          const terms = [...placesOf([x, dy]), ...addend(plus), dw.pointer] as const;
          if (x.columns <= FEW && columns % 8 === 0) {
            const room = make(1, height + KERNEL - 1, width + KERNEL - 1);
            kernels.convolveFewChannels(...each, ...terms, room.pointer);
          } else kernels.convolveFilters(...each, ...terms);
          return dw;
        },
      };
    },

    throughWindows(terms, windows) {
      const sizes = sizesOf(windows);
      const { channels } = windows.input;
      let sum: SimdMatrices | undefined;
      for (const [given, filters] of terms) {
        const dy = contiguous(given);
        const { columns } = filters;
        const turned = make(filters.tasks, filters.rows, columns);
        const from = [filters.pointer, taskBytes(filters)] as const;
        const tasks = filters.tasks;
        kernels.turnFilters(tasks, channels, columns, windows.stride, ...from, turned.pointer);
        const images = dy.rows / positionsOf(patchShape(windows));
        const rows = images * positionsOf(windows.input);
        const dx = make(Math.max(dy.tasks, tasks), rows, channels);
        const each = apart(dx, images, turned, sum);
        const places = placesOf([dy, turned]);
        kernels.convolveBack(...each, ...sizes, columns, ...places, ...addend(sum), dx.pointer);
        sum = dx;
      }
      return sum!;
    },
  };
}
