/** Compiles a program with a loss into a learner, on any engine's tensors. */

import {
  type Matrices,
  type Operations,
  type Program,
  programLayerOffsets,
  programSize,
  type Shape,
} from '../../networks/program';
import type { Batch, Learner, ProgramLoss, Rows } from '../engine';
import { type HeldBatch, type Host, PREDICTS, targetsIn, uploaded } from '../learner';
import { directly } from './direct';
import { lossOf, targetsOf } from './losses';
import { Tape, type Traced } from './tape';

/** The gradient with respect to a parameter, and whether it is nobody else's. */
interface Part<M> {
  readonly value: M;
  readonly fresh: boolean;
}
type Gradients<M extends Matrices> = readonly (Traced<M> | null)[];

export function compileProgram<M extends Matrices>(
  host: Host<M>,
  program: Program,
  loss: ProgramLoss | null,
  set?: Batch,
): Learner {
  const t = host.tensors;
  const direct = directly(host);
  const names = Object.keys(program.parameters);
  const shapes = Object.values(program.parameters);
  const named = <V>(values: readonly V[]): Readonly<Record<string, V>> =>
    Object.fromEntries(names.map((name, i) => [name, values[i]!]));
  const held = (batch: Batch) => batch as HeldBatch<M>;
  const flat = (m: M): Rows => host.flatten(t.reshape(m, m.tasks, 1, m.rows * m.columns));

  /** What the program makes of the points. @throws RangeError if it is of another shape than it says */
  const run = <N extends Matrices>(o: Operations<N>, p: readonly N[], x: N, of?: N): N => {
    const y = program.run(o, named(p), x, of);
    if (y.rows !== x.rows || y.columns !== program.outputs) {
      const wanted = `[${x.rows}, ${program.outputs}]`;
      throw new RangeError(`the program gives [${y.rows}, ${y.columns}] in place of ${wanted}`);
    }
    return y;
  };

  /** The points that it reads: inputs and targets side by side. */
  const given = (): M | undefined =>
    set && t.concatColumns([held(set).inputs, targetsIn(held(set))]);

  /** Flat vectors of each task: of parts that are nobody else's, and of copies of the others. */
  const pack = (parts: readonly (Part<M> | null)[], tasks: number): Rows => {
    const taken = new Set<M>();
    return t.pack(
      parts.map((part, i) => {
        if (part?.value.tasks === tasks) {
          const { value } = part;
          if (!part.fresh || taken.has(value)) return t.scale(value, 1);
          taken.add(value);
          return value;
        }
        const { rows, columns } = shapes[i] as Shape;
        const zeros = host.upload(new Float32Array(tasks * rows * columns), tasks, rows, columns);
        return part === null ? zeros : t.add(zeros, part.value);
      }),
    );
  };

  return {
    layerOffsets: programLayerOffsets(program),
    parameterCount: programSize(program),
    batch: uploaded(host, program.inputs, loss && targetsOf(loss, program.outputs)),

    predict: (parameters, batch) =>
      host.tidy(() =>
        // It may be what was given, or a part of it; what is handed out is the caller's.
        flat(t.scale(run(direct, t.unpack(parameters, shapes), held(batch).inputs, given()), 1)),
      ),

    at(parameters, batch) {
      if (loss === null) throw new RangeError(PREDICTS);
      const tasks = Math.max(parameters.tasks, batch.tasks);
      const targets = targetsIn(held(batch));
      const tape = new Tape(direct);
      const own = t.unpack(parameters, shapes).map((value) => tape.variable(value));
      const { inputs } = held(batch);
      const read = given();
      const outputs = run(tape, own, tape.constantly(inputs), read && tape.constantly(read));
      const total = lossOf(tape, loss, outputs, tape.constantly(targets));
      let gradients: Gradients<M> | null = null;
      let handedOut = false;
      const backward = (): Gradients<M> => {
        gradients ??= tape.gradients(total, tape.constant(1, 1, 1), own);
        return gradients;
      };

      return {
        loss: () => host.tidy(() => flat(t.scale(total.value, 1))),
        gradient() {
          // What was handed out may be released by now.
          if (handedOut) gradients = null;
          handedOut = true;
          const parts = backward();
          const ownPart = (node: Traced<M>): Part<M> => ({
            value: node.value,
            fresh: !node.used && (node.made?.rule.fresh ?? false),
          });
          return host.tidy(() =>
            pack(
              parts.map((node) => node && ownPart(node)),
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
              parts.map((node) => {
                const value = node === null ? null : moved[next++]!;
                return value && { value, fresh: node?.made?.rule.fresh ?? false };
              }),
              tasks,
            );
          });
        },
      };
    },
  };
}
