/** What page and worker say to each other. A run's id is on everything; what belongs to a stale run is dropped. */

import type { EngineName, Memory, Skipped } from '../compute/engine';
import type { Fault } from '../compute/fault';
import type { Columns, Remark, Snapshot } from './experiment';

export type Command =
  | {
      readonly type: 'start';
      readonly runId: number;
      readonly lab: string;
      readonly spec: unknown;
      /** To be tried in this order. */
      readonly engines: readonly EngineName[];
      readonly resume: Snapshot | null;
      /** How many workers may share the contenders of the run; one unless said. */
      readonly workers?: number;
      /** Of a part of a run that is shared: the meta-iteration at which it waits to be let on. */
      readonly bound?: number;
    }
  /** To a part: it may train to here. */
  | { readonly type: 'bound'; readonly runId: number; readonly to: number }
  /** To a part: it hands over where it is at this meta-iteration, before it goes on. */
  | { readonly type: 'photograph'; readonly runId: number; readonly at: number }
  | {
      readonly type: 'train';
      readonly runId: number;
      /** The meta-iteration at which it pauses by itself, where that is before its last. */
      readonly until?: number | undefined;
      /** Which of the page's calls to go on this is: its end says so. */
      readonly call?: number | undefined;
    }
  | { readonly type: 'pause'; readonly runId: number }
  | { readonly type: 'step'; readonly runId: number; readonly call?: number | undefined }
  | { readonly type: 'stop'; readonly runId: number }
  | {
      readonly type: 'tune';
      readonly runId: number;
      readonly spec: unknown;
      /** Of a part: from this meta-iteration on, as in the others. */
      readonly at?: number | undefined;
    }
  | {
      readonly type: 'probe';
      readonly runId: number;
      readonly probeId: number;
      /** A newer probe of the same kind replaces an older one. */
      readonly kind: string;
      /** Answered before training goes on: somebody is dragging a point. */
      readonly urgent: boolean;
      /** Of a part: the answer begins at this meta-iteration, as those of the others do. */
      readonly at?: number | undefined;
      readonly question: unknown;
    }
  /** The page has painted a frame and can take another. */
  | { readonly type: 'credit'; readonly runId: number }
  | { readonly type: 'ping' }
  /** To a worker that is hired for another one: whom it works for. */
  | { readonly type: 'serve'; readonly port: MessagePort }
  /** To a worker: one that was hired for it could not begin, or stopped. */
  | { readonly type: 'fallen'; readonly hand: number; readonly message: string }
  | {
      /** For a worker that runs nothing: how fast is this engine at the lab's work? */
      readonly type: 'measure';
      readonly lab: string;
      readonly spec: unknown;
      readonly engine: EngineName;
    };

export type EndReason = 'paused' | 'finished' | 'stopped';

export type FailureCode =
  | 'lab-unknown'
  | 'engine-missing'
  | 'engine-lost'
  | 'not-loaded'
  | 'exhausted'
  | 'no-start'
  | 'forbidden'
  | 'crashed';

export type Event =
  | {
      readonly type: 'started';
      readonly runId: number;
      readonly engine: EngineName;
      readonly skipped: readonly Skipped[];
    }
  | Frame
  | {
      readonly type: 'answer';
      readonly runId: number;
      readonly probeId: number;
      readonly kind: string;
      readonly answer: unknown;
    }
  | {
      /** This question has no answer; the run goes on. */
      readonly type: 'unanswered';
      readonly runId: number;
      readonly probeId: number;
      readonly kind: string;
      readonly fault: Fault;
    }
  | {
      readonly type: 'ended';
      readonly runId: number;
      readonly reason: EndReason;
      /** What has ended. */
      readonly call?: number | undefined;
    }
  /** A part has come so far. */
  | { readonly type: 'reached'; readonly runId: number; readonly iteration: number }
  /** One of the workers that share the run is in the middle of one piece of work for so many seconds; 0 once none is. */
  | { readonly type: 'silent'; readonly runId: number; readonly seconds: number }
  /** One of the workers that share the run was lost, and another does its part from a meta-iteration on. */
  | { readonly type: 'lost'; readonly runId: number; readonly fault: Fault; readonly from: number }
  | {
      readonly type: 'failed';
      readonly runId: number;
      readonly code: FailureCode;
      readonly fault: Fault;
    }
  | { readonly type: 'pong' }
  /** Asks the page for a worker at the other end of this port. */
  | { readonly type: 'hire'; readonly hand: number; readonly port: MessagePort }
  /** Needs one no longer. */
  | { readonly type: 'dismiss'; readonly hand: number }
  /** The worker holds this lock for as long as it lives. */
  | { readonly type: 'alive'; readonly lock: string }
  | Measurement;

/** Milliseconds per meta-iteration on an engine; null, and why, if it does not work here. */
export interface Measurement {
  readonly type: 'measured';
  readonly engine: EngineName;
  readonly ms: number | null;
  readonly fault: Fault | null;
}

/** News of a run: only what is new since the last frame. */
export interface Frame {
  readonly type: 'frame';
  readonly runId: number;
  readonly iteration: number;
  readonly finished: boolean;
  /** Meta-iterations per second of training, over about the last second. */
  readonly rate: number;
  readonly memory: Memory;
  /** Of a part of a run: milliseconds of training since it began, by contender. */
  readonly busy?: Readonly<Record<string, number>> | undefined;
  readonly columns: Columns;
  readonly remarks: readonly Remark[];
  /** Snapshots of kept meta-iterations. */
  readonly kept: readonly Snapshot[];
  /** Where the run can be resumed from, when there is a newer such place. */
  readonly resume: Snapshot | null;
}

/** Frames that the worker may send before the page has painted one. */
export const CREDITS = 2;

/** Buffers of a message's typed arrays, and its ports, to be transferred instead of copied. */
export function transferables(message: unknown): Transferable[] {
  const found = new Set<Transferable>();
  const visit = (value: unknown): void => {
    if (value instanceof MessagePort) found.add(value);
    else if (ArrayBuffer.isView(value)) {
      if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
    } else if (typeof value === 'object' && value !== null) {
      for (const inner of Object.values(value)) visit(inner);
    }
  };
  visit(message);
  return [...found];
}
