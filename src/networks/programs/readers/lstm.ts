/**
 * A long short-term memory as a learner: its weights do not move, and what it learns of a stream is in its state
 * (Hochreiter, Younger and Conwell 2001, LNCS 2130).
 */

import { type Program, scan } from '../../program';
import { late, layer, type ReaderProgram, type StreamShape, streamInputs } from './stream';

export function lstmReader(shape: StreamShape, hidden: number): ReaderProgram {
  const { features, labels } = shape;
  const program = (watched: boolean): Program => ({
    inputs: streamInputs(shape),
    outputs: labels + (watched ? hidden : 0),
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
          const next = on.lstm(on.matMul(before!, recurrent!, { plus: own }), cell!);
          const output = watched ? on.concatColumns([next.hidden, next.cell]) : next.hidden;
          return { state: [next.hidden, next.cell], output };
        },
      );
      const all = o.concatRows(said);
      const h = watched ? o.sliceColumns(all, 0, hidden) : all;
      const scores = o.matMul(h, p.output!, { plus: p['output biases'] });
      return watched ? o.concatColumns([scores, o.sliceColumns(all, hidden, hidden)]) : scores;
    },
  });
  return { plain: program(false), watched: () => program(true) };
}
