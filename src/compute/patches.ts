/** Convolutions as products with patches that are written out, for tensors that have no better way. */

import type { Matrices, Tensors } from './tensors';

type Convolutions = 'windowed' | 'throughWindows';

export function withConvolutions<M extends Matrices>(
  t: Omit<Tensors<M>, Convolutions>,
): Tensors<M> {
  return {
    ...t,
    windowed(images, windows) {
      const patches = t.patches(images, windows);
      return {
        times: (filters, plus) => t.matMul(patches, filters, { plus }),
        transposedTimes: (dy, plus) => t.matMul(patches, dy, { transposeA: true, plus }),
      };
    },
    throughWindows(terms, windows) {
      let sum: M | undefined;
      for (const [dy, filters] of terms) {
        sum = t.matMul(dy, filters, { transposeB: true, plus: sum });
      }
      return t.scatterPatches(sum!, windows);
    },
  };
}
