/** A network with one hidden layer that keeps nothing from one step to the next. */

import { late, layer, type ReaderProgram, type StreamShape, streamInputs } from './stream';

export function feedforwardReader(shape: StreamShape, hidden: number): ReaderProgram {
  const { features, labels } = shape;
  const program = (traced: boolean): ReaderProgram['plain'] => ({
    inputs: streamInputs(shape),
    outputs: labels + (traced ? hidden : 0),
    parameters: {
      ...layer('hidden', features + labels, hidden),
      ...layer('output', hidden, labels),
    },
    layers: ['hidden', 'output'],
    run(o, p, x) {
      const h = o.relu(o.matMul(late(o, shape, x), p.hidden!, { plus: p['hidden biases'] }));
      const y = o.matMul(h, p.output!, { plus: p['output biases'] });
      return traced ? o.concatColumns([y, h]) : y;
    },
  });
  const plain = program(false);
  return {
    plain,
    // There is nothing within that would be worth seeing at every look.
    watched: () => plain,
    traced: () => ({
      program: program(true),
      parts: { hidden: { rows: 1, columns: hidden } },
    }),
  };
}
