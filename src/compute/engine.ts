/**
 * The contract between algorithms and engines.
 *
 * Every gradient-based meta-learner is written once, from `gradient` and `hessianVector` on a batch of
 * tasks. An engine says how vectors are held and how a network description becomes a learner;
 * algorithms see this file of `compute` and no other.
 */

import type { CoordinatewiseNetwork } from '../networks/coordinatewise';
import type { GatedCell } from '../networks/gatedCell';
import type { Network } from '../networks/network';
import type { Program } from '../networks/program';
import { type Fault, FaultError } from './fault';

export const engineNames = ['simd', 'tfjs-webgpu', 'tfjs-webgl', 'tfjs-wasm', 'tfjs-cpu'] as const;
export type EngineName = (typeof engineNames)[number];

/**
 * - `mean-squared-error`: the mean over points and outputs.
 * - `sum-of-squares`: the sum over points and outputs.
 * - `cross-entropy`: the mean over points of −Σ target · log softmax(output); targets of a point sum to one.
 */
export const lossNames = ['mean-squared-error', 'sum-of-squares', 'cross-entropy'] as const;
export type LossName = (typeof lossNames)[number];

/**
 * A loss of whole episodes, for networks that embed: the first `support` points of each task are its support points,
 * the others its query points, and the loss is the mean over query points of −log of the probability of their class.
 * Targets are one-hot, [tasks, points, ways], of all points.
 *
 * - `prototypical`: softmax over −‖z − c‖², c the mean support point of a class (Snell et al. 2017, arXiv 1703.05175).
 * - `matching`: softmax over COSINE_SCALE times the cosines with all support points, summed within a class (Vinyals et
 *   al. 2016, arXiv 1606.04080; of embeddings in full context, too).
 */
export interface EpisodeLoss {
  readonly name: 'prototypical' | 'matching';
  readonly support: number;
  readonly ways: number;
}

/**
 * A loss of pairs of drawings, for networks that embed on a sphere: the first half of the points of each task are one
 * drawing of each character, the other half another, in the same order. The mean cross-entropy of the products of their
 * embeddings, each half taken as support in turn: among the characters of the same group, plus among all.
 *
 * Targets are one-hot, [tasks, points, ways + groups]: the character of each point, and its group.
 */
export interface PairLoss {
  readonly name: 'pairs';
  /** Characters of a task at most. */
  readonly ways: number;
  readonly groups: number;
}
export type Loss = LossName | EpisodeLoss | PairLoss;

/**
 * The mean over points of −log N(target; mean, spread²), for programs whose outputs are the means and then the spreads of
 * what is to be predicted, spreads positive.
 */
export interface SpreadLoss {
  readonly name: 'log-likelihood';
}

/**
 * The mean over points of the sum, over so many parts of the outputs, all as wide, of the cross-entropy of each: of programs
 * that say several things at once. Targets of a point sum to one in each part.
 */
export interface PartsLoss {
  readonly name: 'cross-entropies';
  readonly parts: number;
}
/** What programs can be compiled with. */
export type ProgramLoss = Loss | SpreadLoss | PartsLoss;

/**
 * Cosines are multiplied by this before the softmax, which Vinyals et al. 2016 do not say they do. Without it the loss is
 * all but linear in the cosines, of hard and easy pairs alike: on Omniglot it came to rest at 87%, 5-way 1-shot.
 */
export const COSINE_SCALE = 10;

/**
 * Flat vectors, one row per task, [tasks, width]; one row stands for all tasks.
 * Only the engine that made it looks inside.
 */
export interface Rows {
  readonly tasks: number;
  readonly width: number;
}

/** Inputs and targets of a batch of tasks, held by an engine. */
export interface Batch {
  readonly tasks: number;
  readonly points: number;
  /** What was uploaded: for who computes without an engine. */
  readonly data: BatchData;
}

/** Inputs and targets on the host, row-major [tasks, points, features]. */
export interface BatchData {
  readonly tasks: number;
  readonly points: number;
  readonly inputs: Float32Array;
  /** Null where predictions alone are asked for. */
  readonly targets: Float32Array | null;
}

/** The losses of a batch of tasks at given parameters; what its results share is computed once. */
export interface LossAt {
  /** Each task's loss over its points: [tasks, 1]. */
  loss(): Rows;
  /** Each task's gradient of its loss: [tasks, P]. */
  gradient(): Rows;
  /** Each task's Hessian of its loss times its row of `vector`: [tasks, P]. Exact. */
  hessianVector(vector: Rows): Rows;
}

/** A network or a program, compiled for one engine. `parameters` are [tasks or 1, P]. */
export interface Predictor {
  /** Where the parameters of each layer with weights begin in the flat vector. */
  readonly layerOffsets: readonly number[];
  /** P, the length of one parameter vector. */
  readonly parameterCount: number;
  /** Uploads a batch. @throws RangeError if its arrays do not have the sizes it states. */
  batch(data: BatchData): Batch;
  /** Outputs at the inputs of a batch: [tasks, points × outputs]. */
  predict(parameters: Rows, batch: Batch): Rows;
}

/** One with a loss. */
export interface Learner extends Predictor {
  /**
   * The losses of `batch` at `parameters`. To be used within one `tidy`.
   *
   * @throws RangeError if the batch has no targets
   */
  at(parameters: Rows, batch: Batch): LossAt;
}

/**
 * A recurrent network that serves every coordinate of its input alike, each with a state of its own, compiled for
 * one engine. States are rows of one task, opaque but for what `read` gives.
 */
export interface Coordinatewise {
  readonly network: CoordinatewiseNetwork;
  /** Length of the parameter vector. */
  readonly parameterCount: number;
  /** The state of so many coordinates before the first step: zeros. */
  start(coordinates: number): Rows;
  /** One step on inputs [tasks, width]. To be used within one `tidy`. */
  step(parameters: Rows, inputs: Rows, state: Rows): CoordinatewiseStep;
}

export interface CoordinatewiseStep {
  /** [tasks, width], as the inputs. */
  readonly output: Rows;
  readonly state: Rows;
  /**
   * Gradients of a loss, from those with respect to this step's output and to its state (null for none).
   *
   * @param sum gradients with respect to the parameters from later steps, to which those of this one are added
   */
  backward(
    dOutput: Rows,
    dState: Rows | null,
    sum: Rows | null,
  ): { readonly parameters: Rows; readonly state: Rows; inputs(): Rows };
}

/** What the gates of a cell read at one step, besides their parameters. */
export interface GatedInputs {
  /** The weights before it: [tasks or 1, P]. */
  readonly theta: Rows;
  /** The gradient of each task's loss there, [tasks, P], and the loss: [tasks, 1]. */
  readonly gradient: Rows;
  readonly loss: Rows;
  /** `memory` of the step before; null at the first. */
  readonly memory: Rows | null;
}

export interface GatedStep {
  /** The weights after it: the part that is kept of each, less the part that is taken of its gradient. [tasks, P] */
  readonly theta: Rows;
  /** What gates remember of themselves, before the sigmoid: all input gates and then all forget gates, [tasks, 2 P]. */
  readonly memory: Rows;
  /** The same after the sigmoid. */
  gates(): Rows;
  /**
   * Gradients of a loss of each task, from those with respect to this step's weights and to its memory (null for none).
   *
   * @param sum gradients with respect to the parameters from later steps, to which those of this one are added
   */
  backward(
    dTheta: Rows,
    dMemory: Rows | null,
    sum: Rows | null,
  ): {
    /** [tasks, number of parameters]. */
    readonly parameters: Rows;
    /** With respect to the weights before it, with gradients and losses taken as constants. */
    readonly theta: Rows;
    readonly memory: Rows;
    /** With respect to the gradients; and, by way of the losses, to the weights. */
    inputs(): { readonly gradient: Rows; readonly loss: Rows };
  };
}

/** A cell whose contents are weights, compiled for one engine. Its parameters are [1, number of them]. */
export interface Gates {
  readonly parameterCount: number;
  /** To be used within one `tidy`. */
  step(parameters: Rows, inputs: GatedInputs): GatedStep;
}

/** First and second moments of Adam and the number of updates they have seen. */
export interface Moments {
  readonly first: Rows;
  readonly second: Rows;
  readonly updates: number;
}

export interface AdamSettings {
  readonly rate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

export interface Memory {
  /** Live handles. Constant from one meta-iteration to the next, or something leaks. */
  readonly handles: number;
  readonly bytes: number;
  /** Bytes taken from the machine, in use or not; what the engine knows of it. */
  readonly reserved: number;
}

export interface Engine {
  /** `reference` is the tests' yardstick. */
  readonly name: EngineName | 'reference';
  compile(network: Network, loss: Loss): Learner;
  /** Targets of its batches are not looked at. */
  compile(network: Network, loss: null): Predictor;
  /** A program costs somewhat more than a network of layers that does the same. */
  compileProgram(program: Program, loss: ProgramLoss, set?: Batch): Learner;
  /** @param set points with targets, for a program that reads such; they are the caller's, and must live as long */
  compileProgram(program: Program, loss: null, set?: Batch): Predictor;
  compileCoordinatewise(network: CoordinatewiseNetwork): Coordinatewise;
  compileGates(cell: GatedCell): Gates;
  /** Uploads `values`, row-major [tasks, width]. */
  rows(values: Float32Array, tasks: number): Rows;
  /**
   * The numbers, row-major [tasks, width].
   *
   * @param into an array for them, of the caller's own, as a new one is: who reads again and again spares the machine new memory
   */
  read(rows: Rows, into?: Float32Array): Promise<Float32Array>;
  /** Rows that live on when these are released. */
  copy(rows: Rows): Rows;
  /** A copy of the row of one task, 0 ≤ task < tasks; of the one row that serves all tasks, if there is but one. */
  task(rows: Rows, task: number): Rows;
  /** a + scale · b; a single row is added to, or serves, every task. */
  addScaled(a: Rows, scale: number, b: Rows): Rows;
  /** a ∘ b, number by number; a single row serves every task. */
  multiply(a: Rows, b: Rows): Rows;
  /** Each task's row of a divided by that task's number in b, [tasks, 1]; a single number serves every task. */
  divideTasks(a: Rows, b: Rows): Rows;
  /** Each task's inner product of its rows of a and b: [tasks, 1]. */
  dot(a: Rows, b: Rows): Rows;
  /** The mean over tasks, as one row. */
  mean(a: Rows): Rows;
  /** Adam's update of `parameters` along `gradient` (Kingma and Ba 2015, algorithm 1); moments of one row serve every task. */
  adam(
    parameters: Rows,
    gradient: Rows,
    moments: Moments,
    settings: AdamSettings,
  ): { parameters: Rows; moments: Moments };
  /** Runs `body` and releases every handle made in it that is not in its result. */
  tidy<R>(body: () => R): R;
  release(...handles: readonly (Rows | Batch)[]): void;
  memory(): Memory;
  dispose(): void;
}

/** An engine that was tried in vain. */
export interface Skipped {
  readonly engine: EngineName;
  readonly fault: Fault;
}

/** An engine could not start, or its device went away. */
export class EngineError extends FaultError {
  override readonly name = 'EngineError';
  constructor(
    readonly engine: EngineName,
    readonly reason: 'missing' | 'lost',
    fault: Fault,
  ) {
    super(fault);
    this.message = `${engine}: ${this.message}`;
  }
}
