/** Compiles a coordinatewise recurrent network, on any engine's tensors. */

import {
  type CoordinatewiseNetwork,
  coordinatewiseCount,
  coordinatewiseShapes,
  LOG_SIGN_P,
  stateCount,
} from '../networks/coordinatewise';
import type { Coordinatewise, CoordinatewiseStep, Rows } from './engine';
import type { Host } from './learner';
import type { LstmGates, Matrices } from './tensors';

/** A layer at one step. */
interface LayerStep<M> {
  readonly x: M;
  readonly hiddenBefore: M;
  readonly cellBefore: M;
  readonly gates: LstmGates<M>;
}

export function compileCoordinatewise<M extends Matrices>(
  host: Host<M>,
  network: CoordinatewiseNetwork,
): Coordinatewise {
  const t = host.tensors;
  const { hidden, outputScale, preprocessing } = network;
  const shapes = coordinatewiseShapes(network);

  const unpackState = (state: Rows, coordinates: number): M[] =>
    t.unpack(
      state,
      hidden.flatMap((columns) => [
        { rows: coordinates, columns },
        { rows: coordinates, columns },
      ]),
    );

  return {
    network,
    parameterCount: coordinatewiseCount(network),

    start: (coordinates) => host.rows(new Float32Array(coordinates * stateCount(network)), 1),

    step(parameters, inputs, state): CoordinatewiseStep {
      const { tasks, width } = inputs;
      const coordinates = tasks * width;
      const p = t.unpack(parameters, shapes);
      const before = unpackState(state, coordinates);
      const column = (rows: Rows): M => t.reshape(host.matrix(rows), 1, coordinates, 1);
      const asRows = (m: M): Rows => host.flatten(t.reshape(m, tasks, 1, width));

      const raw = column(inputs);
      const input = preprocessing === 'none' ? raw : t.logSign(raw, LOG_SIGN_P);
      const steps: LayerStep<M>[] = [];
      let x = input;
      hidden.forEach((_, l) => {
        const [fromBelow, recurrent, biases] = [p[3 * l]!, p[3 * l + 1]!, p[3 * l + 2]!];
        const [hiddenBefore, cellBefore] = [before[2 * l]!, before[2 * l + 1]!];
        const z = t.matMul(hiddenBefore, recurrent, {
          plus: t.matMul(x, fromBelow, { plus: biases }),
        });
        const gates = t.lstm(z, cellBefore);
        steps.push({ x, hiddenBefore, cellBefore, gates });
        x = gates.hidden;
      });
      const [weights, bias] = [p[3 * hidden.length]!, p[3 * hidden.length + 1]!];
      const output = t.scale(t.matMul(x, weights, { plus: bias }), outputScale);

      return {
        output: asRows(output),
        state: t.pack(steps.flatMap(({ gates }) => [gates.hidden, gates.cell])),

        backward(dOutput, dState, sum) {
          const after = dState === null ? null : unpackState(dState, coordinates);
          const so = sum === null ? [] : t.unpack(sum, shapes);
          /** xᵀ dy, added to what later steps gave. */
          const gather = (at: number, from: M, dy: M): M =>
            t.matMul(from, dy, { transposeA: true, plus: so[at] });
          const gatherBiases = (at: number, dy: M): M => {
            const own = t.sumRows(dy);
            return so[at] === undefined ? own : t.add(so[at], own);
          };

          const dy = t.scale(column(dOutput), outputScale);
          const gradients: M[] = [];
          const top = 3 * hidden.length;
          gradients[top] = gather(top, steps.at(-1)!.gates.hidden, dy);
          gradients[top + 1] = gatherBiases(top + 1, dy);
          let dx = t.matMul(dy, weights, { transposeB: true });
          const dBefore: M[] = [];
          for (let l = hidden.length - 1; l >= 0; l--) {
            const step = steps[l]!;
            const dHidden = after === null ? dx : t.add(dx, after[2 * l]!);
            // Nothing comes from later steps to the last one: zeros.
            const dCell = after?.[2 * l + 1] ?? t.scale(step.cellBefore, 0);
            const { dz, dBefore: dCellBefore } = t.lstmSlope(
              step.gates,
              step.cellBefore,
              dHidden,
              dCell,
            );
            gradients[3 * l] = gather(3 * l, step.x, dz);
            gradients[3 * l + 1] = gather(3 * l + 1, step.hiddenBefore, dz);
            gradients[3 * l + 2] = gatherBiases(3 * l + 2, dz);
            dBefore[2 * l] = t.matMul(dz, p[3 * l + 1]!, { transposeB: true });
            dBefore[2 * l + 1] = dCellBefore;
            // Below the first layer lies the input, which is asked for separately.
            if (l > 0) dx = t.matMul(dz, p[3 * l]!, { transposeB: true });
            else dx = dz;
          }
          const dzFirst = dx;
          return {
            parameters: t.pack(gradients),
            state: t.pack(dBefore),
            inputs() {
              const dInput = t.matMul(dzFirst, p[0]!, { transposeB: true });
              return asRows(
                preprocessing === 'none' ? dInput : t.logSignSlope(raw, LOG_SIGN_P, dInput),
              );
            },
          };
        },
      };
    },
  };
}
