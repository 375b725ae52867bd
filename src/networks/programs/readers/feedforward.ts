/** A network with one hidden layer that keeps nothing from one step to the next. */

import { late, layer, type ReaderProgram, type StreamShape, streamInputs } from './stream';

export function feedforwardReader(shape: StreamShape, hidden: number): ReaderProgram {
  const { features, labels } = shape;
  const plain: ReaderProgram['plain'] = {
    inputs: streamInputs(shape),
    outputs: labels,
    parameters: {
      ...layer('hidden', features + labels, hidden),
      ...layer('output', hidden, labels),
    },
    layers: ['hidden', 'output'],
    run(o, p, x) {
      const h = o.relu(o.matMul(late(o, shape, x), p.hidden!, { plus: p['hidden biases'] }));
      return o.matMul(h, p.output!, { plus: p['output biases'] });
    },
  };
  // There is nothing within that would be worth seeing.
  return { plain, watched: () => plain };
}
