/**
 * A network with a memory that is addressed by content and written where it was used least: MANN with LRUA (Santoro et al.
 * 2016, arXiv 1605.06065, equations 2 to 8).
 *
 * As in code that reaches its figures and unlike the paper: what is written is a vector of its own and not the key, the gate
 * follows from the controller, and every head has a free slot of its own. Ours: the strength of keys, which the paper does
 * not have (`sharpness`: 1 + softplus; as in the neural Turing machine, Graves et al. 2014), a controller that may see a
 * drawing beside its label (`input`: pair), and slots that may be written in turn (`writing`: fifo), without a gate.
 */

import { type Matrices, type Operations, type Program, scan } from '../../program';
import { softplus } from '../softplus';
import { firstOf, leastOf, nextOf, ranks } from './slots';
import {
  late,
  layer,
  type ReaderProgram,
  type StreamShape,
  sideBySide,
  streamInputs,
  type Traced,
  widthOf,
} from './stream';

export interface MannSettings {
  readonly controller: 'feedforward' | 'lstm';
  readonly input: 'pair' | 'late';
  /** Units of the controller. */
  readonly hidden: number;
  readonly slots: number;
  /** Numbers in a slot. */
  readonly width: number;
  readonly heads: number;
  /** γ: how much of a slot's use is remembered from step to step. */
  readonly decay: number;
  readonly sharpness: 'learned' | 'plain';
  /** To a mix of the slot that was read last and of the least used one; or to one slot after another. */
  readonly writing: 'lru' | 'fifo';
}

/** What a slot holds at first: at 0 it would have no direction. */
const EMPTY = 1e-6;
/** Of slots that were never used one is the least. */
const RAMP = 1e-6;

/** Where what can be seen within begins, in what a watched program gives for a step, behind the scores of labels. */
export function mannPlaces({ slots, heads }: Pick<MannSettings, 'slots' | 'heads'>) {
  return { read: 0, written: slots, usage: 2 * slots, gate: 3 * slots, all: 3 * slots + heads };
}

export function mannReader(shape: StreamShape, settings: MannSettings): ReaderProgram {
  return {
    plain: program(shape, settings, 'plain'),
    watched: () => program(shape, settings, 'watched'),
    traced: () => ({ program: program(shape, settings, 'traced'), parts: partsFor(settings) }),
  };
}

/** What a step comes to, in the order in which it does. */
function partsFor({ hidden, heads, slots, width }: MannSettings): Traced['parts'] {
  const [each, over] = [
    { rows: heads, columns: width },
    { rows: heads, columns: slots },
  ];
  const one = { rows: heads, columns: 1 };
  const use = { rows: 1, columns: slots };
  return {
    ...{ hidden: { rows: 1, columns: hidden }, key: each, added: each, gate: one, strength: one },
    // Usage before the step; slots that are free by it; and where is written.
    ...{ before: use, free: over, write: over },
    ...{ cosines: over, weights: over, found: each, usage: use },
  };
}

function program(
  shape: StreamShape,
  settings: MannSettings,
  seen: 'plain' | 'watched' | 'traced',
): Program {
  const { features, labels } = shape;
  const { controller, input, hidden, slots, width, heads, decay, sharpness } = settings;
  const inTurn = settings.writing === 'fifo';
  const inputs = input === 'pair' ? streamInputs(shape) : features + labels;
  const state = controller === 'lstm' ? 4 * hidden : hidden;
  const vectors = heads * width;
  // Of each head: a key, what is written, the gate if there is one and, where it is learned, the strength of its key.
  const gates = inTurn ? 0 : heads;
  const said = 2 * vectors + gates + (sharpness === 'learned' ? heads : 0);
  const beside = {
    plain: 0,
    watched: mannPlaces(settings).all,
    traced: widthOf(partsFor(settings)),
  }[seen];
  return {
    inputs: streamInputs(shape),
    outputs: labels + beside,
    parameters: {
      ...layer('controller', inputs, state),
      ...(controller === 'lstm' ? { recurrent: { rows: hidden, columns: state } } : {}),
      read: { rows: vectors, columns: state },
      ...layer('heads', hidden, said),
      ...layer('output', hidden + vectors, labels),
    },
    layers: [
      'controller',
      ...(controller === 'lstm' ? ['recurrent'] : []),
      ...['read', 'heads', 'output'],
    ],
    run(o, p, x) {
      const own = input === 'pair' ? x : late(o, shape, x);
      const zero = o.constant(1, hidden, 0);
      const ramp = Array.from({ length: slots }, (_, slot) => o.constant(1, 1, slot * RAMP));
      const recurrent = controller === 'lstm' ? [p.recurrent!] : [];
      const steps = scan(
        o,
        {
          start: [
            ...[o.constant(slots, width, EMPTY), o.concatColumns(ramp)],
            ...[o.constant(heads, slots, 0), o.constant(1, vectors, 0)],
            ...(controller === 'lstm' ? [zero, zero] : []),
            ...(inTurn ? [firstOf(o, settings)] : []),
          ],
          inputs: o.matMul(own, p.controller!, { plus: p['controller biases'] }),
          steps: x.rows,
          given: [
            ...[p.read!, p.heads!, p['heads biases']!],
            ...[ranks(o, settings, -0.5), ranks(o, settings, 0.5)],
            ...recurrent,
          ],
        },
        (on, before, z, [read, toHeads, biases, above, below, recurrentWeights]) => {
          const [memory, use, readBefore, r, h, cell] = before;
          const turn = inTurn ? before.at(-1)! : null;
          const told = on.matMul(r!, read!, { plus: z });
          const next =
            recurrentWeights === undefined
              ? { hidden: on.tanh(told), carried: [] }
              : stepped(on, on.matMul(h!, recurrentWeights, { plus: told }), cell!);
          const all = on.matMul(next.hidden, toHeads!, { plus: biases });
          const part = (from: number, columns: number) =>
            on.reshape(on.sliceColumns(all, from, heads * columns), heads, columns);
          const vector = (from: number) => on.tanh(part(from, width));
          const [key, added] = [vector(0), vector(vectors)];
          const gate = inTurn ? null : on.sigmoid(part(2 * vectors, 1));

          const free = turn ?? leastOf(on, on.detach(use!), above!, below!);
          const write = gate === null ? free : mixed(on, gate, readBefore!, free);
          const erased = on.transpose(on.sumRows(free));
          const kept = on.multiply(memory!, on.shift(on.scale(erased, -1), 1));
          const after = on.matMul(write, added, { transposeA: true, plus: kept });

          const likeness = on.cosines(key, after);
          const strength =
            sharpness === 'learned'
              ? on.shift(softplus(on, part(2 * vectors + gates, 1)), 1)
              : null;
          const weights = on.softmax(
            strength === null ? likeness : on.multiply(likeness, strength),
          );
          const found = on.reshape(on.matMul(weights, after), 1, vectors);
          // Nothing is learned of use: what is least of it is a comparison.
          const now = on.add(on.sumRows(on.detach(weights)), on.sumRows(on.detach(write)));
          const used = on.add(on.scale(on.detach(use!), decay), now);
          const mean = (a: typeof weights) => on.scale(on.sumRows(a), 1 / heads);
          const shown = () => {
            const open = gate ?? on.constant(heads, 1, 0);
            if (seen === 'watched') return [mean(weights), mean(write), used, on.transpose(open)];
            const beta = strength ?? on.constant(heads, 1, 1);
            const controlled = [next.hidden, key, added, open, beta];
            const addressed = [use!, free, write, likeness, weights, found, used];
            return [sideBySide(on, [...controlled, ...addressed])];
          };
          const output = on.concatColumns([
            ...[next.hidden, found],
            ...(seen === 'plain' ? [] : shown()),
          ]);
          const then = turn === null ? [] : [nextOf(on, turn)];
          return { state: [after, used, weights, found, ...next.carried, ...then], output };
        },
      );
      const rows = o.concatRows(steps);
      const scores = (a: typeof rows) => o.matMul(a, p.output!, { plus: p['output biases'] });
      if (seen === 'plain') return scores(rows);
      const wide = hidden + vectors;
      const within = o.sliceColumns(rows, wide, beside);
      return o.concatColumns([scores(o.sliceColumns(rows, 0, wide)), within]);
    },
  };
}

function stepped<M extends Matrices>(o: Operations<M>, z: M, cell: M) {
  const next = o.lstm(z, cell);
  return { hidden: next.hidden, carried: [next.hidden, next.cell] };
}

/** Where was read last, as far as the gate is open, and a free slot as far as it is closed. */
function mixed<M extends Matrices>(o: Operations<M>, gate: M, last: M, free: M): M {
  const closed = o.shift(o.scale(gate, -1), 1);
  return o.add(o.multiply(last, gate), o.multiply(free, closed));
}
