/** Compiles a program with a loss into a learner, on any engine's tensors. */

import {
  type Matrices,
  type Program,
  programLayerOffsets,
  programSize,
  type Shape,
} from '../../networks/program';
import type { Batch, Learner, Loss, Rows } from '../engine';
import { type HeldBatch, type Host, uploaded } from '../learner';
import { targetCount } from '../losses';
import { directly } from './direct';
import { lossOf } from './losses';
import { Tape } from './tape';

export function compileProgram<M extends Matrices>(
  host: Host<M>,
  program: Program,
  loss: Loss,
): Learner {
  const t = host.tensors;
  const direct = directly(host);
  const names = Object.keys(program.parameters);
  const shapes = Object.values(program.parameters);
  const named = <V>(values: readonly V[]): Readonly<Record<string, V>> =>
    Object.fromEntries(names.map((name, i) => [name, values[i]!]));
  const held = (batch: Batch) => batch as HeldBatch<M>;
  const flat = (m: M): Rows => host.flatten(t.reshape(m, m.tasks, 1, m.rows * m.columns));

  /** Flat vectors of each task, of values that may be in use elsewhere, or the same for all tasks, or zero. */
  const pack = (parts: readonly (M | null)[], tasks: number): Rows =>
    t.pack(
      parts.map((part, i) => {
        if (part?.tasks === tasks) return t.scale(part, 1);
        const { rows, columns } = shapes[i] as Shape;
        const zeros = host.upload(new Float32Array(tasks * rows * columns), tasks, rows, columns);
        return part === null ? zeros : t.add(zeros, part);
      }),
    );

  return {
    layerOffsets: programLayerOffsets(program),
    parameterCount: programSize(program),
    batch: uploaded(host, program.inputs, targetCount(loss, program.outputs)),

    predict: (parameters, batch) =>
      host.tidy(() =>
        flat(program.run(direct, named(t.unpack(parameters, shapes)), held(batch).inputs)),
      ),

    at(parameters, batch) {
      const tasks = Math.max(parameters.tasks, batch.tasks);
      const tape = new Tape(direct);
      const own = t.unpack(parameters, shapes).map((value) => tape.variable(value));
      const { inputs, targets } = held(batch);
      const outputs = program.run(tape, named(own), tape.constantly(inputs));
      const total = lossOf(tape, loss, outputs, tape.constantly(targets));
      let gradients: ReturnType<typeof tape.gradients> | null = null;
      const backward = () => {
        gradients ??= tape.gradients(total, tape.constant(1, 1, 1), own);
        return gradients;
      };

      return {
        loss: () => host.tidy(() => flat(t.scale(total.value, 1))),
        gradient() {
          const parts = backward();
          return host.tidy(() =>
            pack(
              parts.map((part) => part?.value ?? null),
              tasks,
            ),
          );
        },
        hessianVector(vector) {
          const parts = backward();
          return host.tidy(() => {
            const directions = t.unpack(vector, shapes);
            const seeds = new Map(own.map((node, i) => [node, directions[i]!]));
            const of = parts.filter((part) => part !== null);
            const moved = tape.tangents(seeds, of);
            let next = 0;
            return pack(
              parts.map((part) => (part === null ? null : moved[next++]!)),
              tasks,
            );
          });
        },
      };
    },
  };
}
