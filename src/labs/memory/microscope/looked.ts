/** What is looked at: the next meta-iteration of a reader, from where it stands. */

import type { Engine } from '../../../compute/engine';
import type { Iteration } from '../../../contenders/outerLoop';
import type { State } from '../../../contenders/state';
import type { StreamShape } from '../../../networks/programs/readers/stream';
import type { Turn } from '../../../session/turn';
import type { DrawnStream, ReadStream } from '../../../tasks/streams';
import type { Points } from '../../../tasks/task';
import type { Drawings } from '../drawings';
import type { MemorySpec } from '../fields';
import type { ReaderName } from '../methods';

/** What the next meta-iteration is made of. */
export interface Next {
  readonly iteration: number;
  readonly made: Iteration;
  readonly state: State;
  readonly streams: readonly DrawnStream[];
  readonly read: readonly ReadStream[];
  /** All of them. */
  readonly points: Points;
}

export interface Traced {
  readonly iteration: number;
  readonly engine: Engine;
  readonly spec: MemorySpec;
  readonly shape: StreamShape;
  readonly drawings: Drawings;
  next<Result>(
    name: ReaderName,
    turn: Turn,
    at: (next: Next) => Promise<Result>,
  ): Promise<Result | null>;
}
