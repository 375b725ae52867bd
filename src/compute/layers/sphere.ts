/** y = ρ n with n = z / ‖z‖: features on a sphere whose radius is learned. */

import type { Matrices, Tensors } from '../tensors';
import { toUnit } from '../unit';
import type { Layer } from './layer';

export function sphereLayer<M extends Matrices>(t: Tensors<M>): Layer<M> {
  return {
    forward([radius], z) {
      const { columns } = z;
      /** A number of each task in every column, and Σ over all rows and columns. */
      const across = (number: M): M => t.matMul(number, t.constant(1, columns, 1));
      const sum = (a: M): M => t.matMul(t.sumRows(a), t.constant(columns, 1, 1));
      const rho = across(radius!);
      const unit = toUnit(t, z);
      const n = unit.value;
      return {
        y: t.multiply(n, rho),
        inputGradient: (dy) => t.multiply(unit.backward(dy), rho),
        parameterGradients: (dy) => [sum(t.multiply(dy, n))],
        tangent([radiusDot], zDot) {
          const rhoDot = across(radiusDot!);
          const along = t.multiply(n, rhoDot);
          const moved = zDot === null ? null : unit.tangent(zDot);
          return {
            yDot: moved === null ? along : t.add(along, t.multiply(moved.value, rho)),
            inputGradient(dy, dyDot) {
              const still = t.multiply(unit.backward(dy), rhoDot);
              const turned = moved === null ? unit.backward(dyDot) : moved.backward(dy, dyDot);
              return t.add(still, t.multiply(turned, rho));
            },
            parameterGradients(dy, dyDot) {
              const straight = t.multiply(dyDot, n);
              return [
                sum(moved === null ? straight : t.add(straight, t.multiply(dy, moved.value))),
              ];
            },
          };
        },
      };
    },
  };
}
