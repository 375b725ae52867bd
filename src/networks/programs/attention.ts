/**
 * Each point attends to the points of a set: softmax(q kᵀ / √width) v, added to the point (Vaswani et al. 2017,
 * arXiv 1706.03762, one head), and one layer on what comes of it.
 */

import type { Program } from '../program';

interface Settings {
  readonly inputs: number;
  readonly outputs: number;
  readonly width: number;
  /** How many of the points, from the first on, are the set; all of them if left out. */
  readonly support?: number;
}

export function attentionProgram({ inputs, outputs, width, support }: Settings): Program {
  const square = { rows: width, columns: width };
  return {
    inputs,
    outputs,
    parameters: {
      embedding: { rows: inputs, columns: width },
      queries: square,
      keys: square,
      values: square,
      output: { rows: width, columns: outputs },
      shift: { rows: 1, columns: outputs },
    },
    layers: ['embedding', 'queries', 'output'],
    run(o, p, x) {
      const points = o.matMul(x, p.embedding!);
      const set = support === undefined ? points : o.sliceRows(points, 0, support);
      const q = o.matMul(points, p.queries!);
      const [k, v] = [p.keys, p.values].map((m) => o.matMul(set, m!));
      const scores = o.scale(o.matMul(q, k!, { transposeB: true }), 1 / Math.sqrt(width));
      const seen = o.matMul(o.softmax(scores), v!, { plus: points });
      return o.matMul(o.tanh(seen), p.output!, { plus: p.shift });
    },
  };
}
