/** A program that goes on from the outputs of another, with the parameters of both: those of the one below come first. */

import type { Program } from '../program';

export function stacked(below: Program, above: Program): Program {
  const named = (of: Program, side: string) =>
    Object.entries(of.parameters).map(([name, shape]) => [`${side} ${name}`, shape] as const);
  const layers = (of: Program, side: string) => of.layers.map((name) => `${side} ${name}`);
  return {
    inputs: below.inputs,
    outputs: above.outputs,
    parameters: Object.fromEntries([...named(below, 'below'), ...named(above, 'above')]),
    layers: [...layers(below, 'below'), ...layers(above, 'above')],
    run(o, p, x) {
      const of = ({ parameters }: Program, side: string) =>
        Object.fromEntries(Object.keys(parameters).map((name) => [name, p[`${side} ${name}`]!]));
      const between = below.run(o, of(below, 'below'), x);
      return above.run(o, of(above, 'above'), between);
    },
  };
}
