/** Compiles a cell whose contents are the weights of a learner, on any engine's tensors. */

import { LOG_SIGN_P } from '../networks/coordinatewise';
import { GATE_NUMBERS, type GatedCell, gatedCellCount } from '../networks/gatedCell';
import type { GatedInputs, GatedStep, Gates, Rows } from './engine';
import { compileGatesOverLstm } from './gatedLstm';
import { ownNumbers, readLoss, throughLoss } from './gateReading';
import type { Host } from './learner';
import type { GateKernels, GatesRead, Matrices, Tensors } from './tensors';

/** Places in a row of parameters. */
const [LOSS, WEIGHT, PAST, BIAS] = [2, 4, 5, 6] as const;

export function compileGates<M extends Matrices>(host: Host<M>, cell: GatedCell): Gates {
  if (cell.hidden > 0) return compileGatesOverLstm(host, cell);
  const t = host.tensors;
  const { step, slope, inputs } = t.gated ?? composed(t);
  const signs = cell.preprocessing === 'log-sign';
  const p = signs ? LOG_SIGN_P : null;
  const shape = { rows: 2, columns: GATE_NUMBERS };

  const read = (parameters: Rows): M =>
    ownNumbers(t, t.unpack(parameters, [shape])[0]!, cell.forget);

  return {
    parameterCount: gatedCellCount,

    step(flat: Rows, { theta, gradient, loss, memory }: GatedInputs): GatedStep {
      const { tasks, width } = gradient;
      const parameters = read(flat);
      const losses = t.reshape(host.matrix(loss), tasks, 1, 1);
      const seen = readLoss(t, losses, signs);
      const ofLoss = t.sliceColumns(parameters, LOSS, 2);
      const offsets = t.matMul(ofLoss, seen, {
        transposeB: true,
        plus: t.reshape(t.sliceColumns(parameters, BIAS, 1), 1, 2, 1),
      });
      const all: GatesRead<M> = {
        parameters,
        theta: host.matrix(theta),
        gradient: host.matrix(gradient),
        memory: memory && t.reshape(host.matrix(memory), tasks, 2, width),
        offsets,
        p,
      };
      const next = step(all);
      const asRows = (m: M): Rows => host.flatten(t.reshape(m, tasks, 1, m.rows * m.columns));

      return {
        theta: host.flatten(next.theta),
        memory: asRows(next.z),
        gates: () => asRows(next.gates),

        backward(dTheta, dMemory, sum) {
          const d = host.matrix(dTheta);
          const later = dMemory && t.reshape(host.matrix(dMemory), tasks, 2, width);
          const back = slope(all, next.gates, d, later);
          const ofBias = t.sliceColumns(back.sums, 4, 1);
          const own = t.concatColumns([
            t.sliceColumns(back.sums, 0, 2),
            t.matMul(ofBias, seen),
            t.sliceColumns(back.sums, 2, 3),
          ]);
          const parts = sum === null ? own : t.add(own, t.unpack(sum, [shape])[0]!);
          return {
            parameters: t.pack([parts]),
            theta: host.flatten(back.dTheta),
            memory: asRows(back.dPast),
            inputs() {
              const dLoss = throughLoss(
                t,
                losses,
                signs,
                t.matMul(ofBias, ofLoss, { transposeA: true }),
              );
              return {
                gradient: host.flatten(inputs(all, next.gates, back.dz, d)),
                loss: host.flatten(t.matMul(dLoss, all.gradient)),
              };
            },
          };
        },
      };
    },
  };
}

/** A cell of weights made of other operations. */
function composed<M extends Matrices>(t: Tensors<M>): GateKernels<M> {
  /** What is read of gradients: one row, or two below one another. */
  const readGradient = (g: M, p: number | null): M => {
    if (p === null) return g;
    const pairs = t.logSign(t.reshape(g, 1, g.tasks * g.columns, 1), p);
    return t.transpose(t.reshape(pairs, g.tasks, g.columns, 2));
  };
  /** Columns of the parameters, as they act on all weights alike. */
  const column = (parameters: M, from: number, count = 1): M =>
    t.sliceColumns(parameters, from, count);
  const ofGradient = ({ parameters, p }: GatesRead<M>): M =>
    column(parameters, 0, p === null ? 1 : 2);
  const ones = ({ gradient }: GatesRead<M>): M => t.constant(1, gradient.columns, 1);
  const past = (read: GatesRead<M>): M => t.matMul(column(read.parameters, PAST), ones(read));

  return {
    step(read) {
      const { parameters, theta, gradient, memory, offsets, p } = read;
      let z = t.matMul(offsets, ones(read));
      z = t.matMul(ofGradient(read), readGradient(gradient, p), { plus: z });
      const weight = t.matMul(column(parameters, WEIGHT), theta);
      z = t.add(z, weight);
      if (memory !== null) z = t.add(z, t.multiply(memory, past(read)));
      const half = t.constant(1, z.columns, 0.5);
      const gates = t.add(t.scale(t.tanh(t.scale(z, 0.5)), 0.5), half);
      const kept = t.multiply(t.sliceRows(gates, 1, 1), theta);
      const taken = t.multiply(t.sliceRows(gates, 0, 1), gradient);
      return { z, gates, theta: t.subtract(kept, taken) };
    },
    slope(read, gates, d, dMemory) {
      const { parameters, theta, gradient, memory, p } = read;
      const row = ones(read);
      const dGates = t.concatRows([t.scale(t.multiply(d, gradient), -1), t.multiply(d, theta)]);
      const slopes = t.subtract(gates, t.multiply(gates, gates));
      const own = t.multiply(dGates, slopes);
      const dz = dMemory === null ? own : t.add(own, dMemory);
      const sum = (a: M): M => t.matMul(a, row, { transposeB: true });
      const all = sum(dz);
      const ofSigns = t.matMul(dz, readGradient(gradient, p), { transposeB: true });
      const none = t.scale(all, 0);
      const through = t.matMul(column(parameters, WEIGHT), dz, { transposeA: true });
      return {
        dz,
        dTheta: t.add(t.multiply(t.sliceRows(gates, 1, 1), d), through),
        dPast: t.multiply(dz, past(read)),
        sums: t.concatColumns([
          ...(p === null ? [ofSigns, none] : [ofSigns]),
          t.matMul(dz, theta, { transposeB: true }),
          memory === null ? none : sum(t.multiply(dz, memory)),
          all,
        ]),
      };
    },
    inputs(read, gates, dz, d) {
      const { gradient, p } = read;
      const { tasks, columns } = gradient;
      const back = t.matMul(ofGradient(read), dz, { transposeA: true });
      const taken = t.multiply(t.sliceRows(gates, 0, 1), d);
      if (p === null) return t.subtract(back, taken);
      const pairs = t.reshape(t.transpose(back), 1, tasks * columns, 2);
      const flat = t.reshape(gradient, 1, tasks * columns, 1);
      const slopes = t.logSignSlope(flat, p, pairs);
      return t.subtract(t.reshape(slopes, tasks, 1, columns), taken);
    },
  };
}
