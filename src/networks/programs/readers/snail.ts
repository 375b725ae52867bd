/**
 * SNAIL on a stream (Mishra et al. 2018, arXiv 1707.03141): causal convolutions, which carry what is near by along, and causal
 * attention, which finds what is far away. All that they find is put beside what went in.
 *
 * Its paper gives every support point its own label and asks about one query; here a label comes with the next drawing, as in
 * Santoro et al. 2016, so that the convolutions have to join the two. Ours are two rounds of convolutions and attention in
 * place of three of attention with two of convolutions between them, and as few dense blocks as wanted.
 */

import type { Matrices, Operations, Program } from '../../program';
import { delayed, noFuture } from './steps';
import {
  late,
  layer,
  type ReaderProgram,
  type StreamShape,
  streamInputs,
  type Traced,
  widthOf,
} from './stream';

export interface SnailSettings {
  /** Filters of each of the two convolutions of a dense block. */
  readonly filters: number;
  /** Dense blocks one after another; each looks back twice as far as the one before: 1, 2, 4, … drawings. */
  readonly blocks: number;
  /** Numbers in the keys and in the values of attention. */
  readonly width: number;
}

const ROUNDS = 2;

export function snailReader(shape: StreamShape, settings: SnailSettings): ReaderProgram {
  return {
    plain: program(shape, settings, 0),
    watched: (steps) => program(shape, settings, steps),
    traced: (steps) => ({
      program: program(shape, settings, steps, true),
      parts: partsFor(settings, steps),
    }),
  };
}

/** What a step comes to, round after round. */
const partsFor = ({ filters, blocks, width }: SnailSettings, steps: number): Traced['parts'] =>
  Object.assign(
    {},
    ...Array.from({ length: ROUNDS }, (_, i) => ({
      [`carried ${i + 1}`]: { rows: blocks, columns: filters },
      [`scores ${i + 1}`]: { rows: 1, columns: steps },
      [`weights ${i + 1}`]: { rows: 1, columns: steps },
      [`found ${i + 1}`]: { rows: 1, columns: width },
    })),
  );

type Parameters<M> = Readonly<Record<string, M>>;

/**
 * @param seen steps whose weights of the last attention stand beside the scores; 0 for none
 * @param traced whether all parts stand there in their place
 */
function program(
  shape: StreamShape,
  settings: SnailSettings,
  seen: number,
  traced = false,
): Program {
  const { features, labels } = shape;
  const { filters, blocks, width } = settings;
  const rounds = Array.from({ length: ROUNDS }, (_, round) => round + 1);
  const dense = Array.from({ length: blocks }, (_, block) => block);
  let columns = features + labels;
  const parameters: Program['parameters'][] = [];
  for (const round of rounds) {
    for (const block of dense) {
      parameters.push({
        ...layer(nameOf('now', round, block), columns, 2 * filters),
        [nameOf('before', round, block)]: { rows: columns, columns: 2 * filters },
      });
      columns += filters;
    }
    parameters.push({ [nameOf('attention', round)]: { rows: columns, columns: 3 * width } });
    columns += width;
  }
  const all: Program['parameters'] = Object.assign(
    {},
    ...parameters,
    layer('output', columns, labels),
  );
  return {
    inputs: streamInputs(shape),
    outputs: labels + (traced ? widthOf(partsFor(settings, seen)) : seen),
    parameters: all,
    layers: Object.keys(all).filter((name) => !name.endsWith('biases')),
    run(o, p, x) {
      type M = typeof x;
      const future = noFuture(o, x.rows);
      let known = late(o, shape, x);
      let weights: M = future;
      const parts: M[] = [];
      for (const round of rounds) {
        for (const block of dense) {
          const found = convolved(o, p, known, { filters, round, block });
          known = o.concatColumns([known, found]);
          parts.push(found);
        }
        const attention = attended(o, p[nameOf('attention', round)]!, known, { width, future });
        known = o.concatColumns([known, attention.read]);
        weights = attention.weights;
        parts.push(attention.scores, weights, attention.read);
      }
      const y = o.matMul(known, p.output!, { plus: p['output biases'] });
      if (traced) return o.concatColumns([y, ...parts]);
      return seen === 0 ? y : o.concatColumns([y, weights]);
    },
  };
}

const nameOf = (what: string, round: number, block?: number): string =>
  block === undefined ? `${what} ${round}` : `${what} ${round}.${block + 1}`;

/** What a dense block adds: a convolution of two drawings, 2^block apart, half of it the gate of the other half. */
function convolved<M extends Matrices>(
  o: Operations<M>,
  p: Parameters<M>,
  known: M,
  { filters, round, block }: { filters: number; round: number; block: number },
): M {
  const name = nameOf('now', round, block);
  const before = o.matMul(known, p[nameOf('before', round, block)]!);
  const z = o.add(
    o.matMul(known, p[name]!, { plus: p[`${name} biases`] }),
    delayed(o, before, 2 ** block),
  );
  return o.multiply(
    o.tanh(o.sliceColumns(z, 0, filters)),
    o.sigmoid(o.sliceColumns(z, filters, filters)),
  );
}

function attended<M extends Matrices>(
  o: Operations<M>,
  into: M,
  known: M,
  { width, future }: { width: number; future: M },
): { readonly read: M; readonly scores: M; readonly weights: M } {
  const all = o.matMul(known, into);
  const part = (at: number) => o.sliceColumns(all, at * width, width);
  const queries = o.scale(part(0), 1 / Math.sqrt(width));
  const scores = o.matMul(queries, part(1), { transposeB: true, plus: future });
  const weights = o.softmax(scores);
  return { read: o.matMul(weights, part(2)), scores, weights };
}
