/**
 * Attention over all that was seen: every drawing that has its label is an item with a key, of the drawing, and a value, of
 * drawing and label; the drawing of now asks for them with a query. A matching network (Vinyals et al. 2016, arXiv
 * 1606.04080) on a stream, with learned keys and several heads (Vaswani et al. 2017, arXiv 1706.03762). One item says
 * nothing and is always there, for what is new.
 */

import type { Program } from '../../program';
import { noFuture } from './steps';
import {
  layer,
  partsOf,
  type ReaderProgram,
  type StreamShape,
  streamInputs,
  type Traced,
  widthOf,
} from './stream';

interface Settings {
  /** Of each head. */
  readonly width: number;
  readonly heads: number;
}

export function keyValueReader(shape: StreamShape, { width, heads }: Settings): ReaderProgram {
  const { features, labels } = shape;
  const all = heads * width;
  const partsFor = (steps: number): Traced['parts'] => ({
    // Divided by the root of the width.
    query: { rows: heads, columns: width },
    key: { rows: heads, columns: width },
    value: { rows: heads, columns: width },
    scores: { rows: heads, columns: steps },
    weights: { rows: heads, columns: steps },
    found: { rows: heads, columns: width },
  });
  /**
   * @param seen steps whose weights, means over heads, stand beside the scores; 0 for none
   * @param traced whether all parts stand there in their place
   */
  const program = (seen: number, traced = false): Program => ({
    inputs: streamInputs(shape),
    outputs: labels + (traced ? widthOf(partsFor(seen)) : seen),
    parameters: {
      queries: { rows: features, columns: all },
      keys: { rows: features, columns: all },
      /** Key of the item that says nothing. */
      nothing: { rows: 1, columns: all },
      ...layer('values', features + labels, all),
      ...layer('hidden', all, all),
      ...layer('output', all, labels),
    },
    layers: ['queries', 'keys', 'values', 'hidden', 'output'],
    run(o, p, x) {
      type M = typeof x;
      const { drawing, before } = partsOf(o, shape, x);
      // The item of the first step is that which says nothing: nothing was before.
      const items = o.sliceColumns(x, features, features + labels);
      const q = o.scale(o.matMul(drawing(), p.queries!), 1 / Math.sqrt(width));
      const later = o.matMul(o.sliceRows(before(), 1, x.rows - 1), p.keys!);
      // Keys of all tasks: what is added to the key of nothing is none of it.
      const first = o.matMul(o.sliceRows(before(), 0, 1), p.keys!, { plus: p.nothing });
      const k = o.concatRows([first, later]);
      const v = o.matMul(items, p.values!, { plus: p['values biases'] });
      const future = noFuture(o, x.rows);
      const own = (a: M, head: number): M => o.sliceColumns(a, head * width, width);
      const scores = Array.from({ length: heads }, (_, head) =>
        o.matMul(own(q, head), own(k, head), { transposeB: true, plus: future }),
      );
      const weights = scores.map((a) => o.softmax(a));
      const read = weights.map((a, head) => o.matMul(a, own(v, head)));
      const h = o.matMul(o.concatColumns(read), p.hidden!, { plus: p['hidden biases'] });
      const y = o.matMul(o.relu(h), p.output!, { plus: p['output biases'] });
      if (seen === 0) return y;
      if (traced) return o.concatColumns([y, q, k, v, ...scores, ...weights, ...read]);
      const sum = weights.reduce((a, b) => o.add(a, b));
      return o.concatColumns([y, o.scale(sum, 1 / heads)]);
    },
  });
  return {
    plain: program(0),
    watched: (steps) => program(steps),
    traced: (steps) => ({ program: program(steps, true), parts: partsFor(steps) }),
  };
}
