/** What the page of the memory lab asks its worker, and what it is told. */

import type { SavedState } from '../../contenders/state';
import type { Snapshot } from '../../session/experiment';
import type { Strokes } from '../../tasks/glyphs/strokes';
import type { LabelCode } from '../../tasks/labels';
import { type Answer, type At, question } from '../kit/questions';
import type { Course } from './course';
import type { ReaderName } from './methods';
import type { TraceAnswer, TraceQuestion } from './microscope/recorded';

/** State of each contender that is trained, by name. */
export interface MemorySnapshot extends Snapshot {
  readonly contenders: Readonly<Record<string, TrainedReader>>;
}

/** What a contender goes on from. */
export interface TrainedReader extends SavedState {
  /** Its last weights that were seen to be numbers. */
  readonly good: SavedState['weights'];
  /** The meta-iteration at which its numbers had run away; null if they have not. */
  readonly diverged: number | null;
}

/** A label that a person told wrongly. */
export interface Edit {
  /** Place in the stream, from 0. */
  readonly at: number;
  /** The label that is told in place of the right one: its number among those of the stream, as all labels here. */
  readonly told: number;
}

/** A drawing of a person's own, in the place of one of the stream's. */
export interface OwnDrawing {
  /** Place in the stream, from 0. */
  readonly at: number;
  readonly label: number;
  /** On a square of side 1. */
  readonly strokes: Strokes;
}

export interface StreamQuestion {
  readonly at: At<MemorySnapshot>;
  /** Number of the stream in sight: one of those that are held out. */
  readonly stream: number;
  /** Characters N and drawings T. */
  readonly characters: number;
  readonly length: number;
  readonly edits: readonly Edit[];
  /** Plain unless said. */
  readonly course?: Course;
  /** None unless said. */
  readonly drawn?: readonly OwnDrawing[];
}

/** One drawing of a stream. */
export interface Shown {
  /** Ink of 28 × 28 pixels, 0 to 1, row by row. */
  readonly pixels: Float32Array;
  /** Which character of this stream, from 0. */
  readonly character: number;
  /** How many times it has been seen with this drawing: 1 at its first. */
  readonly instance: number;
  /** The sighting that accuracies count it at: since labels moved, 0 before that; else the same as the instance. */
  readonly sighting: number;
  /** The label that it had in the stream before, or before labels moved; null if there was none. */
  readonly old: number | null;
  /** The right label, from 0 to N − 1 in the order of the stream's labels, and the one that is told one step later. */
  readonly label: number;
  readonly told: number;
}

/** What can be seen within a contender while it reads. All rows are of one step. */
export type Inside =
  | {
      readonly kind: 'memory';
      readonly slots: number;
      readonly heads: number;
      /** Steps × slots: weights of reading and of writing, means over heads; usage after the step. */
      readonly read: Float32Array;
      readonly written: Float32Array;
      readonly usage: Float32Array;
      /**
       * Steps × heads: how much is written where was read last, in [0, 1]; the rest goes to a free slot. Null where slots are
       * written in turn.
       */
      readonly gate: Float32Array | null;
      /** By a gate that is learned; to each slot in turn; or by a rule, which knows ages. */
      readonly writes: 'gate' | 'turn' | 'rule';
      /** Steps × slots, where slots have ages: steps since each was written, −1 of one that never was. */
      readonly ages?: Int16Array;
      /** Steps × slots: which drawing (its place in the stream) a slot holds most of after the step; −1 none, or OLDER. */
      readonly holds: Int16Array;
    }
  | {
      readonly kind: 'attention';
      /** Steps × steps: weight of each earlier drawing, means over heads; and steps: what goes to none of them. */
      readonly weights: Float32Array;
      readonly none: Float32Array;
      /** Steps: what goes to drawings of streams that were read before, if there were any. */
      readonly older?: Float32Array;
      /** Whether it goes to the step after a drawing, where that met its label, and not to the drawing itself. */
      readonly shifted?: true;
    }
  | {
      readonly kind: 'state';
      readonly width: number;
      /** Steps × width: the cell's state after each. */
      readonly state: Float32Array;
    };

/** The place of a drawing of a stream that was read before. */
export const OLDER = -2;

export interface Reading {
  /** Probabilities in the code of the answer: of each of N labels, or of each letter of a string; a row for each step. */
  readonly probabilities: Float32Array;
  /** Null for who keeps nothing. */
  readonly inside: Inside | null;
}

/** What drawings are, and what of them is read: of an embedding that could not be had, pixels are in the place. */
export interface DrawingsSeen {
  readonly source: 'omniglot' | 'procedural';
  readonly features: 'embedding' | 'pixels';
}

/** Which stream an answer is about, and how it is read. */
export interface AboutStream extends Answer, StreamKind {
  readonly stream: number;
  readonly edits: readonly Edit[];
  readonly drawn: readonly OwnDrawing[];
  readonly course: Course;
}

export interface StreamAnswer extends AboutStream, DrawingsSeen {
  readonly code: LabelCode;
  /** The labels of this stream, in order. */
  readonly labels: readonly number[];
  /** Of which characters the streams before really were. */
  readonly beforeOf: Course['beforeOf'];
  readonly shown: readonly Shown[];
  readonly readings: Readonly<Partial<Record<ReaderName, Reading>>>;
  /** Probabilities of each who reads this stream alone; none where nothing is read before it. */
  readonly wiped: Readonly<Partial<Record<ReaderName, Float32Array>>>;
}

/** What a reader addresses at a step: a slot of a memory, or an item. */
export interface Addressed {
  /** From 0. */
  readonly number: number;
  /** The drawing that it is of, by its place in the stream; −1 for none. */
  readonly of: number;
  readonly score: number;
  readonly weight: number;
}

/** The same stream as read in three lines, address, weigh and read, by those who read it so: a head of each. */
export interface LinesAnswer extends AboutStream {
  /** Of each step what is addressed, and the length of what is read. */
  readonly readers: Readonly<Partial<Record<ReaderName, ReadInLines>>>;
}

export interface StreamsQuestion extends StreamKind {
  /** Held-out streams. */
  readonly streams: number;
}

/** Held-out streams as they are read. */
export interface StreamsAnswer extends Answer, StreamsQuestion {
  /** Numbers of a drawing. */
  readonly width: number;
  /** Each drawing that comes once, row-major [drawings, width]. */
  readonly drawings: Float32Array;
  /** Row-major [streams, length]: places among the drawings, and labels by their number among those of the stream. */
  readonly places: Float32Array;
  readonly labels: Uint8Array;
}

export interface ReadInLines {
  readonly head: number;
  readonly heads: number;
  readonly steps: readonly {
    readonly places: readonly Addressed[];
    readonly length: number;
    /** β that scores are multiplied by. */
    readonly strength: number;
  }[];
}

export interface InstancesQuestion {
  readonly at: At<MemorySnapshot>;
  readonly characters: number;
  readonly length: number;
  /** Held-out streams. */
  readonly streams: number;
  /** Plain unless said. */
  readonly course?: Course;
  /** Streams of another kind that are measured, too: those of training. None unless said. */
  readonly beside?: StreamKind | null;
}

export interface StreamKind {
  readonly characters: number;
  readonly length: number;
}

/** Instances that are told apart. */
export const INSTANCES = 10;

/** Shares of right answers at the 1st, 2nd … 10th sighting of a character, over held-out streams. */
export interface ByInstance {
  readonly mean: readonly number[];
  /** Half of the 95% interval, over streams. */
  readonly ci95: readonly number[];
  readonly median: readonly number[];
  /** Streams that came to this instance. */
  readonly count: readonly number[];
}

export interface InstancesAnswer extends Answer, DrawingsSeen {
  readonly characters: number;
  readonly length: number;
  /** So many of them so far. */
  readonly done: number;
  readonly streams: number;
  readonly course: Course;
  readonly byInstance: ByReader;
  /** Of who reads each stream alone; none where nothing is read before it. */
  readonly wiped: ByReader;
  /** The kind of streams that was measured beside, if one was, and shares of right answers on them. */
  readonly beside: StreamKind | null;
  readonly onBeside: ByReader;
  /** Shares of the labels that characters had before; none where they had none. */
  readonly old: ByReader;
}
type ByReader = Readonly<Partial<Record<ReaderName, ByInstance>>>;

export const questions = {
  stream: question<StreamQuestion, StreamAnswer>(),
  instances: question<InstancesQuestion, InstancesAnswer>(),
  trace: question<TraceQuestion, TraceAnswer>(),
  lines: question<StreamQuestion, LinesAnswer>(),
  streams: question<StreamsQuestion, StreamsAnswer>(),
};
export type MemoryQuestions = typeof questions;
