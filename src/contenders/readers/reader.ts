/**
 * Learners that read a stream: their weights do not move on a task, and what they learn of it they keep in a memory, in what
 * they attend to, or in a state. The outer loop is gradient descent through whole streams (Hochreiter, Younger and Conwell
 * 2001; Santoro et al. 2016), by Adam at a rate of each one's own.
 */

import type { Batch } from '../../compute/engine';
import type { Stream } from '../../math/rng';
import { initialiseProgram } from '../../networks/initialisers';
import type { ReaderProgram, StreamShape } from '../../networks/programs/readers/stream';
import type { Contender } from '../contender';
import { descending } from '../outerLoop';
import type { Sheet } from '../sheets';
import { gradientOfAll } from '../starts/joint';
import { begin } from '../state';
import { lines } from '../steps';

export interface Reader<Own = object> extends Contender<Own, Batch> {
  /** Its network, for streams of this kind. */
  program(shape: StreamShape, own: Own): ReaderProgram;
  /** Weights of `program` before the first meta-iteration. */
  initial(shape: StreamShape, own: Own, random: Stream): Float32Array;
}

// biome-ignore lint/suspicious/noExplicitAny: readers with settings of every kind stand in one registry
export type AnyReader = Reader<any>;

/** The forget gates of an LSTM begin open (Gers et al. 2000): what is kept is not lost before it is known what for. */
const FORGET_BIAS = 1;

/**
 * @param gates where the biases of an LSTM's gates stand, by name, if it has one
 * @param same two parameters of one shape of which the second begins as the first
 */
export function reader<Own extends { readonly rate: number }>(
  sheet: Sheet<Own>,
  formula: string,
  program: Reader<Own>['program'],
  gates?: (own: Own) => string | null,
  same?: readonly [string, string],
): Reader<Own> {
  return {
    ...sheet,
    formula,
    program,
    initial(shape, own, random) {
      const { plain } = program(shape, own);
      const theta = initialiseProgram(plain, random);
      const biases = gates?.(own) ?? null;
      if (biases !== null) openForgetGates(plain.parameters, biases, theta);
      if (same !== undefined) {
        const [from, to] = same.map((name) => placeOf(plain.parameters, name));
        theta.copyWithin(to!.at, from!.at, from!.at + from!.size);
      }
      return theta;
    },
    begin: (engine, theta) => begin(engine, { theta }),
    draw({ streams, batch }) {
      if (streams === undefined) throw new RangeError('there are no streams to learn from');
      return batch(streams);
    },
    listing: () => [lines.allGradient, lines.outerStep],
    *step(scope, state, streams, _settings, own) {
      const theta = yield* gradientOfAll(scope, state.weights.theta!, streams);
      const { rate } = own;
      return yield* descending(scope.engine, state, { theta }, { optimizer: 'adam', rate });
    },
    *adapt(_scope, { weights }) {
      yield weights.theta!;
    },
  };
}

function openForgetGates(
  parameters: ReaderProgram['plain']['parameters'],
  name: string,
  theta: Float32Array,
): void {
  const { at, size } = placeOf(parameters, name);
  // Input, forget, candidate and output gate, in this order.
  for (let i = size / 4; i < size / 2; i++) theta[at + i]! += FORGET_BIAS;
}

/** Where a parameter lies in the flat vector. @throws RangeError if there is none of this name */
function placeOf(parameters: ReaderProgram['plain']['parameters'], name: string) {
  let at = 0;
  for (const [own, { rows, columns }] of Object.entries(parameters)) {
    if (own === name) return { at, size: rows * columns };
    at += rows * columns;
  }
  throw new RangeError(`there is no parameter ${name}`);
}
