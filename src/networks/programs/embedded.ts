/** A program behind a dense layer, through which all its points go first. */

import type { Program } from '../program';

export function embedded(program: Program, inputs: number): Program {
  const width = program.inputs;
  return {
    ...program,
    inputs,
    parameters: {
      'embedding weights': { rows: inputs, columns: width },
      'embedding biases': { rows: 1, columns: width },
      ...program.parameters,
    },
    layers: ['embedding weights', ...program.layers],
    run: (o, p, x) =>
      program.run(o, p, o.matMul(x, p['embedding weights']!, { plus: p['embedding biases'] })),
  };
}
