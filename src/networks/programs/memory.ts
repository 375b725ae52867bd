/**
 * A memory that is addressed by content, written where it was used least (Santoro et al. 2016, arXiv 1605.06065,
 * equations 2 to 8, one head, a controller without state). The points of a task are the steps of one sequence.
 */

import { type Matrices, type Operations, type Program, scan } from '../program';

interface Settings {
  readonly inputs: number;
  readonly outputs: number;
  readonly slots: number;
  readonly width: number;
  /** γ: how much of a slot's use is remembered from step to step. */
  readonly decay: number;
}

export function memoryProgram({ inputs, outputs, slots, width, decay }: Settings): Program {
  return {
    inputs,
    outputs,
    parameters: {
      key: { rows: inputs, columns: width },
      sharpness: { rows: inputs, columns: 1 },
      gate: { rows: 1, columns: 1 },
      output: { rows: 2 * width, columns: outputs },
      shift: { rows: 1, columns: outputs },
    },
    layers: ['key', 'output'],
    run(o, p, x) {
      const nothing = o.constant(1, slots, 0);
      // Nothing has been used: the slots differ a little, so that one of them is the least.
      const ramp = Array.from({ length: slots }, (_, slot) => o.constant(1, 1, slot * 1e-4));
      const said = scan(
        o,
        {
          start: [o.constant(slots, width, 1e-3), o.concatColumns(ramp), nothing],
          // Keys, and how sharply they are compared.
          inputs: o.concatColumns([o.tanh(o.matMul(x, p.key!)), o.exp(o.matMul(x, p.sharpness!))]),
          steps: x.rows,
          given: [p.gate!],
        },
        (on, [before, use, read], own, [gate]) => {
          const key = on.sliceColumns(own, 0, width);
          const least = leastOf(on, use!);
          const open = on.sigmoid(gate!);
          const rest = on.shift(on.scale(open, -1), 1);
          const write = on.add(on.multiply(read!, open), on.multiply(least, rest));
          const kept = on.multiply(before!, on.transpose(on.shift(on.scale(least, -1), 1)));
          const after = on.matMul(write, key, { transposeA: true, plus: kept });
          const likeness = on.multiply(on.cosines(key, after), on.sliceColumns(own, width, 1));
          const weights = on.softmax(likeness);
          const used = on.add(on.add(on.scale(use!, decay), weights), write);
          const output = on.concatColumns([key, on.matMul(weights, after)]);
          return { state: [after, used, weights], output };
        },
      );
      return o.matMul(o.concatRows(said), p.output!, { plus: p.shift });
    },
  };
}

/** 1 for the slot that was used least, else 0: the one that is greater than none. */
function leastOf<M extends Matrices>(o: Operations<M>, use: M): M {
  const others = o.repeatRows(use, use.columns);
  const above = o.sumRows(o.greater(use, o.transpose(others)));
  return o.greater(o.constant(1, use.columns, 0.5), above);
}
