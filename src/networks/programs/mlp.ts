/** A multilayer perceptron as a program: what `mlp` is as layers, with its parameters in the same order. */

import type { ActivationName } from '../network';
import type { Program } from '../program';

export function mlpProgram(
  inputs: number,
  hidden: readonly number[],
  outputs: number,
  activation: ActivationName,
): Program {
  const widths = [inputs, ...hidden, outputs];
  const layers = widths.slice(1).map((columns, l) => [
    [`weights ${l}`, { rows: widths[l]!, columns }],
    [`biases ${l}`, { rows: 1, columns }],
  ]);
  return {
    inputs,
    outputs,
    parameters: Object.fromEntries(layers.flat()),
    layers: layers.map((_, l) => `weights ${l}`),
    run(o, p, x) {
      let y = x;
      for (let l = 0; l < layers.length; l++) {
        if (l > 0) y = o[activation](y);
        y = o.matMul(y, p[`weights ${l}`]!, { plus: p[`biases ${l}`] });
      }
      return y;
    },
  };
}
