/** A cell of weights by the SIMD kernels: one pass over the weights for each of its operations. */

import type { GateKernels, GatesRead } from '../tensors';
import type { Kernels } from './kernels';
import { type SimdMatrices, taskBytes } from './matrices';

type Make = (tasks: number, rows: number, columns: number) => SimdMatrices;

/** Lanes of the sums of two gates, five each. */
const LANES = 40;

export function simdGates(
  kernels: Kernels,
  make: Make,
  contiguous: (m: SimdMatrices) => SimdMatrices,
): GateKernels<SimdMatrices> {
  const sizes = ({ gradient, p }: GatesRead<SimdMatrices>) =>
    [gradient.tasks, gradient.columns, p ?? 0] as const;
  const at = (m: SimdMatrices | null): number => (m === null ? 0 : contiguous(m).pointer);
  return {
    step(read) {
      const { parameters, theta, gradient, memory, offsets } = read;
      const { tasks, columns } = gradient;
      const [z, gates] = [make(tasks, 2, columns), make(tasks, 2, columns)];
      const next = make(tasks, 1, columns);
      kernels.gateStep(
        ...sizes(read),
        at(parameters),
        theta.pointer,
        taskBytes(theta),
        at(gradient),
        at(memory),
        at(offsets),
        z.pointer,
        gates.pointer,
        next.pointer,
      );
      return { z, gates, theta: next };
    },
    slope(read, gates, d, dMemory) {
      const { parameters, theta, gradient, memory } = read;
      const { tasks, columns } = gradient;
      const [dz, dPast] = [make(tasks, 2, columns), make(tasks, 2, columns)];
      const [dTheta, sums] = [make(tasks, 1, columns), make(tasks, 2, 5)];
      kernels.gateSlope(
        ...sizes(read),
        at(parameters),
        theta.pointer,
        taskBytes(theta),
        at(gradient),
        at(memory),
        at(gates),
        at(d),
        at(dMemory),
        dz.pointer,
        dTheta.pointer,
        dPast.pointer,
        sums.pointer,
        make(1, 1, LANES).pointer,
      );
      return { dz, dTheta, dPast, sums };
    },
    inputs(read, gates, dz, d) {
      const { parameters, gradient } = read;
      const c = make(gradient.tasks, 1, gradient.columns);
      const from = [at(parameters), at(gradient), at(gates), at(dz), at(d)] as const;
      kernels.gateInputs(...sizes(read), ...from, c.pointer);
      return c;
    },
  };
}
