/**
 * Networks that read a set of points and answer with mean and spread: a conditional neural process (Garnelo et al. 2018,
 * arXiv 1807.01613), whose encodings of the points are averaged; and an attentive one (Kim et al. 2019, arXiv 1901.05761,
 * its deterministic path, beside that mean), where each input attends to the inputs that were read.
 */

import type { Matrices, Operations, Program, Shape } from '../program';
import { softplus } from './softplus';

interface Settings {
  readonly width: number;
  readonly attentive: boolean;
}

/** σ = LEAST + (1 − LEAST) softplus(s), as in the authors' code: no spread is less. */
export const LEAST_SPREAD = 0.1;

/** Its outputs are mean and spread; it reads inputs and targets side by side. */
export function processProgram({ width, attentive }: Settings): Program {
  const layer = (name: string, rows: number, columns = width): [string, Shape][] => [
    [`${name} weights`, { rows, columns }],
    [`${name} biases`, { rows: 1, columns }],
  ];
  const parameters = Object.fromEntries([
    ...[...layer('encoder 0', 2), ...layer('encoder 1', width), ...layer('encoder 2', width)],
    ...(attentive ? [...layer('keys 0', 1), ...layer('keys 1', width)] : []),
    ...layer('decoder 0', 1 + (attentive ? 2 : 1) * width),
    ...[...layer('decoder 1', width), ...layer('decoder 2', width, 2)],
  ]);
  return {
    inputs: 1,
    outputs: 2,
    parameters,
    layers: Object.keys(parameters).filter((name) => name.endsWith('weights')),
    run(o, p, x, set) {
      type M = typeof x;
      const [points, biases] = [set!, p['decoder 0 biases']!];
      const part = (from: number, count: number): M =>
        o.sliceRows(p['decoder 0 weights']!, from, count);
      const through = (names: readonly string[], a: M): M =>
        names.reduce((z, name, l) => {
          const plus = p[`${name} biases`];
          return o.matMul(l === 0 ? z : o.relu(z), p[`${name} weights`]!, { plus });
        }, a);
      const encoded = through(['encoder 0', 'encoder 1', 'encoder 2'], points);
      const mean = o.scale(o.sumRows(encoded), 1 / points.rows);
      // The first layer of the decoder, part by part: what is the same for every input is computed once.
      let decoded = o.matMul(x, part(0, 1), {
        plus: o.matMul(mean, part(1, width), { plus: biases }),
      });
      if (attentive) {
        const keys = (a: M): M => through(['keys 0', 'keys 1'], a);
        const seen = attended(o, keys(x), keys(o.sliceColumns(points, 0, 1)), encoded);
        decoded = o.matMul(seen, part(1 + width, width), { plus: decoded });
      }
      const y = through(['decoder 1', 'decoder 2'], o.relu(decoded));
      const spread = o.scale(softplus(o, o.sliceColumns(y, 1, 1)), 1 - LEAST_SPREAD);
      return o.concatColumns([o.sliceColumns(y, 0, 1), o.shift(spread, LEAST_SPREAD)]);
    },
  };
}

/** The same, answering with its mean alone. */
export const meansOf = (program: Program): Program => ({
  ...program,
  outputs: 1,
  run: (o, p, x, set) => o.sliceColumns(program.run(o, p, x, set), 0, 1),
});

/**
 * softmaxᵢ(−½ ‖q − kᵢ‖²) vᵢ: one head, by distance, as the Laplace attention of Kim et al. is, with squares in place of
 * their absolute values. A point attends most to its own key from the beginning. By products alone it attends to the keys
 * that are longest, which lie at the ends of the inputs, until keys of like length are learned: there its curve does not
 * pass through the points.
 */
const attended = <M extends Matrices>(o: Operations<M>, q: M, k: M, v: M): M => {
  // What is of q alone is the same for every point, and the softmax leaves it out.
  const lengths = o.matMul(o.constant(1, k.columns, -0.5), o.multiply(k, k), { transposeB: true });
  return o.matMul(o.softmax(o.matMul(q, k, { transposeB: true, plus: lengths })), v);
};
