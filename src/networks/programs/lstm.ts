/**
 * A long short-term memory that reads sequences (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000)
 * and says something at every step. The points of a task are those of step 0, one of each sequence, then those of step 1, …
 */

import { type Program, type Shape, scan } from '../program';

export interface LstmSettings {
  readonly inputs: number;
  readonly outputs: number;
  /** Units of each layer, from below. */
  readonly hidden: readonly number[];
  /** Sequences that a task has side by side. */
  readonly sequences: number;
  /** As that of `scan`. */
  readonly segment?: number;
}

export function lstmProgram({
  inputs,
  outputs,
  hidden,
  sequences,
  segment,
}: LstmSettings): Program {
  const widths = [inputs, ...hidden];
  const layers = hidden.map(
    (units, l): Readonly<Record<string, Shape>> => ({
      [`input ${l}`]: { rows: widths[l]!, columns: 4 * units },
      [`recurrent ${l}`]: { rows: units, columns: 4 * units },
      [`biases ${l}`]: { rows: 1, columns: 4 * units },
    }),
  );
  const top = { rows: hidden.at(-1)!, columns: outputs };
  return {
    inputs,
    outputs,
    layers: [...hidden.map((_, l) => `input ${l}`), 'output'],
    parameters: Object.assign({}, ...layers, { output: top, shift: { rows: 1, columns: outputs } }),
    run(o, p, x) {
      let below = x;
      hidden.forEach((units, l) => {
        const zero = o.constant(sequences, units, 0);
        const said = scan(
          o,
          {
            start: [zero, zero],
            inputs: o.matMul(below, p[`input ${l}`]!, { plus: p[`biases ${l}`] }),
            steps: x.rows / sequences,
            given: [p[`recurrent ${l}`]!],
            segment,
          },
          (on, [before, cell], own, [recurrent]) => {
            const z = on.matMul(before!, recurrent!, { plus: own });
            const next = on.lstm(z, cell!);
            return { state: [next.hidden, next.cell], output: next.hidden };
          },
        );
        below = o.concatRows(said);
      });
      return o.matMul(below, p.output!, { plus: p.shift });
    },
  };
}
