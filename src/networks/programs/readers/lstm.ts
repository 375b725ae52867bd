/**
 * A long short-term memory as a learner: its weights do not move, and what it learns of a stream is in its state
 * (Hochreiter, Younger and Conwell 2001, LNCS 2130).
 */

import { type Program, scan } from '../../program';
import { late, layer, type ReaderProgram, type StreamShape, streamInputs } from './stream';

export function lstmReader(shape: StreamShape, hidden: number): ReaderProgram {
  const { features, labels } = shape;
  /** What stands beside the scores: the cell; or hidden values, too, and what goes into the gates. */
  const beside = { plain: 0, watched: hidden, traced: 6 * hidden } as const;
  const program = (seen: keyof typeof beside): Program => ({
    inputs: streamInputs(shape),
    outputs: labels + beside[seen],
    parameters: {
      ...layer('gates', features + labels, 4 * hidden),
      recurrent: { rows: hidden, columns: 4 * hidden },
      ...layer('output', hidden, labels),
    },
    layers: ['gates', 'recurrent', 'output'],
    run(o, p, x) {
      const zero = o.constant(1, hidden, 0);
      const said = scan(
        o,
        {
          start: [zero, zero],
          inputs: o.matMul(late(o, shape, x), p.gates!, { plus: p['gates biases'] }),
          steps: x.rows,
          given: [p.recurrent!],
        },
        (on, [before, cell], own, [recurrent]) => {
          const z = on.matMul(before!, recurrent!, { plus: own });
          const next = on.lstm(z, cell!);
          const said = seen === 'traced' ? [next.cell, next.hidden, z] : [next.cell];
          const output = seen === 'plain' ? next.hidden : on.concatColumns([next.hidden, ...said]);
          return { state: [next.hidden, next.cell], output };
        },
      );
      const all = o.concatRows(said);
      const h = seen === 'plain' ? all : o.sliceColumns(all, 0, hidden);
      const scores = o.matMul(h, p.output!, { plus: p['output biases'] });
      if (seen === 'plain') return scores;
      return o.concatColumns([scores, o.sliceColumns(all, hidden, beside[seen])]);
    },
  });
  const row = { rows: 1, columns: hidden };
  return {
    plain: program('plain'),
    watched: () => program('watched'),
    traced: () => ({
      program: program('traced'),
      // Into the input gate, the forget gate, the candidate and the output gate, in this order.
      parts: { cell: row, hidden: row, gates: { rows: 4, columns: hidden } },
    }),
  };
}
