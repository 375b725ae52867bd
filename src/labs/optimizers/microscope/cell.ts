/**
 * One step of a network that serves every coordinate alike, for a single coordinate and in double precision: its gates are
 * nowhere else to be seen, as engines hand out states and updates alone.
 */

import {
  type CoordinatewiseNetwork,
  coordinatewiseShapes,
  LOG_SIGN_P,
} from '../../../networks/coordinatewise';

/** Hidden value and cell of every unit, layer by layer. */
export type CellState = readonly { readonly hidden: Float64Array; readonly cell: Float64Array }[];

/** Gates of a layer, each [units], in the order of its weights. */
export const gateOrder = ['input', 'forget', 'candidate', 'output'] as const;
export type Gates = Readonly<Record<(typeof gateOrder)[number], Float64Array>>;

export interface CellStep {
  /** What the network is given of the gradient. */
  readonly inputs: readonly number[];
  readonly gates: readonly Gates[];
  readonly state: CellState;
  readonly update: number;
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

export function inputsOf(
  { preprocessing }: Pick<CoordinatewiseNetwork, 'preprocessing'>,
  gradient: number,
): readonly number[] {
  if (preprocessing === 'none') return [gradient];
  const size = Math.abs(gradient);
  return size >= Math.exp(-LOG_SIGN_P)
    ? [Math.log(size) / LOG_SIGN_P, Math.sign(gradient)]
    : [-1, Math.exp(LOG_SIGN_P) * gradient];
}

/** @param phi the weights, as `coordinatewiseShapes` orders them */
export function cellStep(
  network: CoordinatewiseNetwork,
  phi: Float32Array,
  gradient: number,
  before: CellState,
): CellStep {
  let at = 0;
  const matrices = coordinatewiseShapes(network).map(({ rows, columns }) => {
    const values = phi.subarray(at, at + rows * columns);
    at += rows * columns;
    return { values, columns };
  });
  const times = (x: ArrayLike<number>, m: (typeof matrices)[number], column: number): number => {
    let sum = 0;
    for (let i = 0; i < x.length; i++) sum += x[i]! * m.values[i * m.columns + column]!;
    return sum;
  };
  const inputs = inputsOf(network, gradient);
  let below: ArrayLike<number> = inputs;
  const gates: Gates[] = [];
  const state = before.map(({ hidden, cell }, layer) => {
    const [input, recurrent, biases] = matrices.slice(3 * layer, 3 * layer + 3) as [
      (typeof matrices)[number],
      (typeof matrices)[number],
      (typeof matrices)[number],
    ];
    const units = cell.length;
    const gate = (g: number, f: (x: number) => number) =>
      Float64Array.from({ length: units }, (_, j) => {
        const column = g * units + j;
        return f(
          times(below, input, column) + times(hidden, recurrent, column) + biases.values[column]!,
        );
      });
    const own: Gates = {
      input: gate(0, sigmoid),
      forget: gate(1, sigmoid),
      candidate: gate(2, Math.tanh),
      output: gate(3, sigmoid),
    };
    gates.push(own);
    const next = cell.map((c, j) => own.forget[j]! * c + own.input[j]! * own.candidate[j]!);
    const after = { cell: next, hidden: next.map((c, j) => own.output[j]! * Math.tanh(c)) };
    below = after.hidden;
    return after;
  });
  const [output, bias] = matrices.slice(-2) as [
    (typeof matrices)[number],
    (typeof matrices)[number],
  ];
  const update = network.outputScale * (times(below, output, 0) + bias.values[0]!);
  return { inputs, gates, state, update };
}

/** The state of one coordinate out of that of all: layer by layer hidden values of all coordinates, then cells of all. */
export function stateOf(
  { hidden: widths }: CoordinatewiseNetwork,
  all: Float32Array,
  coordinate: number,
  coordinates: number,
): CellState {
  let at = 0;
  const next = (width: number) => {
    const from = at + coordinate * width;
    at += coordinates * width;
    return Float64Array.from(all.subarray(from, from + width));
  };
  return widths.map((width) => ({ hidden: next(width), cell: next(width) }));
}
