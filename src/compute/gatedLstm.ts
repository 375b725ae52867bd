/**
 * A cell whose contents are weights, with a long short-term memory below its gates, on any engine's tensors: the memory of each
 * weight reads its gradient and the loss; the gates read its units, the weight, and their own past. The code of Ravi and Larochelle
 * 2017, in which gates remember what they were before the sigmoid.
 */

import { LOG_SIGN_P } from '../networks/coordinatewise';
import { type GatedCell, gatedCount, gatedShapes } from '../networks/gatedCell';
import type { GatedInputs, GatedStep, Gates, Rows } from './engine';
import { ownNumbers, readLoss, throughLoss } from './gateReading';
import type { Host } from './learner';
import type { Matrices } from './tensors';

export function compileGatesOverLstm<M extends Matrices>(host: Host<M>, cell: GatedCell): Gates {
  const t = host.tensors;
  const { hidden, forget } = cell;
  const signs = cell.preprocessing === 'log-sign';
  const shapes = gatedShapes(hidden);

  return {
    parameterCount: gatedCount(cell),

    step(flat: Rows, { theta: thetaRows, gradient, loss, memory }: GatedInputs): GatedStep {
      const { tasks, width } = gradient;
      const coordinates = tasks * width;
      /** Of the memory of all weights, one below another, and task by task. */
      const one = (m: M): M => t.reshape(m, 1, coordinates, m.columns);
      const each = (m: M): M => t.reshape(m, tasks, width, m.columns);
      const kept = [
        { rows: 2, columns: width },
        { rows: width, columns: hidden },
        { rows: width, columns: hidden },
      ];

      const [fromBelow, recurrent, biases, units, gateNumbers] = t.unpack(flat, shapes) as M[];
      const ofUnits =
        forget === 'free'
          ? units!
          : t.concatRows([t.sliceRows(units!, 0, 1), t.constant(1, hidden, 0)]);
      const own = ownNumbers(t, gateNumbers!, forget);
      const column = (at: number): M => t.sliceColumns(own, at, 1);
      const row = t.constant(1, width, 1);
      const past = t.matMul(column(1), row);

      const theta = host.matrix(thetaRows);
      const g = host.matrix(gradient);
      const raw = t.reshape(g, 1, coordinates, 1);
      const read = each(
        signs ? t.logSign(raw, LOG_SIGN_P) : t.concatColumns([raw, t.scale(raw, 0)]),
      );
      const losses = t.reshape(host.matrix(loss), tasks, 1, 1);
      const seen = readLoss(t, losses, signs);
      const [ofGradient, ofLoss] = [t.sliceRows(fromBelow!, 0, 2), t.sliceRows(fromBelow!, 2, 2)];

      const before = memory && t.unpack(memory, kept);
      const zBefore = before?.[0] ?? null;
      const hiddenBefore = before?.[1] ?? null;
      const cellBefore = before ? one(before[2]!) : t.constant(coordinates, hidden, 0);

      const below = t.matMul(read, ofGradient, { plus: t.matMul(seen, ofLoss, { plus: biases! }) });
      const lstm = t.lstm(
        one(hiddenBefore === null ? below : t.matMul(hiddenBefore, recurrent!, { plus: below })),
        cellBefore,
      );
      const above = each(lstm.hidden);
      let z = t.matMul(ofUnits, above, { transposeB: true, plus: t.matMul(column(2), row) });
      z = t.add(z, t.matMul(column(0), theta));
      if (zBefore !== null) z = t.add(z, t.multiply(zBefore, past));
      const half = t.constant(1, width, 0.5);
      const gates = t.add(t.scale(t.tanh(t.scale(z, 0.5)), 0.5), half);
      const input = t.sliceRows(gates, 0, 1);
      const keep = t.sliceRows(gates, 1, 1);
      const next = t.subtract(t.multiply(keep, theta), t.multiply(input, g));
      const asRows = (m: M): Rows => host.flatten(t.reshape(m, tasks, 1, m.rows * m.columns));

      return {
        theta: host.flatten(next),
        memory: t.pack([z, above, each(lstm.cell)]),
        gates: () => asRows(gates),

        backward(dTheta, dMemory, sum) {
          const d = host.matrix(dTheta);
          const later = dMemory && t.unpack(dMemory, kept);
          const dGates = t.concatRows([t.scale(t.multiply(d, g), -1), t.multiply(d, theta)]);
          const ownPart = t.multiply(dGates, t.subtract(gates, t.multiply(gates, gates)));
          const dz = later ? t.add(ownPart, later[0]!) : ownPart;
          const over = (a: M): M => t.matMul(a, row, { transposeB: true });
          const ofBias = over(dz);
          const fromGates = t.matMul(dz, ofUnits, { transposeA: true });
          const dHidden = later ? t.add(fromGates, later[1]!) : fromGates;
          const dCell = later ? one(later[2]!) : t.constant(coordinates, hidden, 0);
          const slope = t.lstmSlope(lstm, cellBefore, one(dHidden), dCell);
          const dBelow = each(slope.dz);
          const dBias = t.sumRows(dBelow);
          const parts = [
            t.concatRows([
              t.matMul(read, dBelow, { transposeA: true }),
              t.matMul(seen, dBias, { transposeA: true }),
            ]),
            hiddenBefore === null
              ? t.matMul(t.constant(hidden, 1, 0), dBias)
              : t.matMul(hiddenBefore, dBelow, { transposeA: true }),
            dBias,
            t.matMul(dz, above),
            t.concatColumns([
              t.matMul(dz, theta, { transposeB: true }),
              zBefore === null ? t.scale(ofBias, 0) : over(t.multiply(dz, zBefore)),
              ofBias,
            ]),
          ];
          const all = sum === null ? null : t.unpack(sum, shapes);
          const through = t.matMul(column(0), dz, { transposeA: true });
          return {
            parameters: t.pack(all ? parts.map((part, i) => t.add(all[i]!, part)) : parts),
            theta: host.flatten(t.add(t.multiply(keep, d), through)),
            memory: t.pack([
              t.multiply(dz, past),
              t.matMul(dBelow, recurrent!, { transposeB: true }),
              each(slope.dBefore),
            ]),
            inputs() {
              const pairs = one(t.matMul(dBelow, ofGradient, { transposeB: true }));
              const back = signs
                ? t.logSignSlope(raw, LOG_SIGN_P, pairs)
                : t.sliceColumns(pairs, 0, 1);
              const dGradient = t.subtract(t.reshape(back, tasks, 1, width), t.multiply(input, d));
              const dLoss = throughLoss(
                t,
                losses,
                signs,
                t.matMul(dBias, ofLoss, { transposeB: true }),
              );
              return { gradient: host.flatten(dGradient), loss: host.flatten(t.matMul(dLoss, g)) };
            },
          };
        },
      };
    },
  };
}
