/** A lab in the worker, put together: what every experiment has, around what only this one computes. */

import type { Engine } from '../../compute/engine';
import {
  type Experiment,
  type ExperimentMaker,
  isKept,
  type Remark,
  type Snapshot,
} from '../../session/experiment';
import { columnsOf } from '../../session/rows';
import type { Turn } from '../../session/turn';
import type { Fields, SpecOf } from '../../spec/field';
import { checkSpec, withLive } from '../../spec/spec';
import type { Answers, Questions } from './questions';
import { divide, type Sharing } from './sharing';

/** What only this lab computes. */
export interface Core<Snap extends Snapshot, Q extends Questions> {
  /** Meta-iterations so far. */
  readonly iteration: number;
  advance(turn: Turn): Promise<void>;
  /** Arrays of its own: they are transferred. */
  snapshot(): Promise<Snap>;
  readonly answers: Answers<Q>;
  /** Milliseconds of training so far, by contender. */
  readonly busy?: Readonly<Record<string, number>>;
  /** Live settings have changed. */
  retuned?(): void;
  dispose(): void;
}

/** A run as its core sees it. */
export interface RunOf<S> {
  /** The settings of now: live ones move. */
  readonly spec: S;
  /** A row for the curves of the training; what is not in it is not known. */
  record(row: { readonly iteration: number } & Readonly<Record<string, number>>): void;
  remark(remark: Remark): void;
}

/** A run with the types of its lab, for who works without a page. */
export interface Running<Snap extends Snapshot, Q extends Questions> extends Experiment {
  readonly answers: Answers<Q>;
  snapshot(): Promise<Snap>;
}

interface Definition<F extends Fields, Snap extends Snapshot, Q extends Questions> {
  readonly fields: F;
  readonly defaults: SpecOf<F>;
  /** How its contenders are shared out over workers, if they can be. */
  readonly sharing?: Sharing<SpecOf<F>, Snap, Q>;
  /** Ratio of successive kept meta-iterations, where it is not the usual one. */
  readonly spacing?: number;
  create(
    engine: Engine,
    run: RunOf<SpecOf<F>>,
    resume: Snap | null,
  ): Core<Snap, Q> | Promise<Core<Snap, Q>>;
}

export interface LabExperiment<F extends Fields, Snap extends Snapshot, Q extends Questions>
  extends ExperimentMaker {
  create(engine: Engine, spec: unknown, resume: Snapshot | null): Promise<Running<Snap, Q>>;
  readonly definition: Definition<F, Snap, Q>;
}

export function defineExperiment<F extends Fields, Snap extends Snapshot, Q extends Questions>(
  definition: Definition<F, Snap, Q>,
): LabExperiment<F, Snap, Q> {
  const { fields, defaults, spacing } = definition;
  const { sharing } = definition;
  return {
    definition,
    ...(sharing && {
      divide: (candidate, most) =>
        divide(sharing, checkSpec(fields, defaults, candidate).spec, most),
    }),
    async create(engine, candidate, resume) {
      let spec = checkSpec(fields, defaults, candidate).spec;
      let rows: Readonly<Record<string, number>>[] = [];
      let remarks: Remark[] = [];
      const run: RunOf<SpecOf<F>> = {
        get spec() {
          return spec;
        },
        record: (row) => rows.push(row),
        remark: (remark) => remarks.push(remark),
      };
      const core = await definition.create(engine, run, resume as Snap | null);
      return {
        get iteration() {
          return core.iteration;
        },
        get finished() {
          return core.iteration >= (spec as unknown as { readonly iterations: number }).iterations;
        },
        get keepsake() {
          return isKept(core.iteration, spacing);
        },
        answers: core.answers,
        advance: (turn) => core.advance(turn),
        snapshot: () => core.snapshot(),
        takeRows() {
          const taken = rows;
          rows = [];
          return columnsOf(taken);
        },
        takeRemarks() {
          const taken = remarks;
          remarks = [];
          return taken;
        },
        tune(changes) {
          spec = withLive(fields, spec, checkSpec(fields, spec, changes).spec);
          core.retuned?.();
        },
        async *answer(kind, question, turn) {
          const answer = Object.hasOwn(core.answers, kind) ? core.answers[kind] : undefined;
          if (answer === undefined) throw new RangeError(`there is no question “${kind}”`);
          yield* answer(question as never, turn);
        },
        memory: () => engine.memory(),
        get busy() {
          return core.busy;
        },
        dispose: () => core.dispose(),
      };
    },
  };
}
