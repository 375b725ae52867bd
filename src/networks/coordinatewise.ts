/**
 * A recurrent network that serves every coordinate alike, as data: long short-term memories in a stack, one linear
 * output. Andrychowicz et al. 2016, "Learning to learn by gradient descent by gradient descent", section 2.1.
 */

import type { Stream } from '../math/rng';

export interface CoordinatewiseNetwork {
  /**
   * What becomes of an input: itself, or the paper's two numbers (appendix A) (log|x|/p, sign x) where |x| ≥ e⁻ᵖ, else
   * (−1, eᵖ x).
   */
  readonly preprocessing: 'none' | 'log-sign';
  /** Widths of the layers, from the input up. */
  readonly hidden: readonly number[];
  /** What the linear output is multiplied by. */
  readonly outputScale: number;
}

/** The paper's p. */
export const LOG_SIGN_P = 10;

/** One parameter matrix of the flat vector. */
export interface CoordinatewiseShape {
  readonly role: 'input' | 'recurrent' | 'biases' | 'output' | 'output bias';
  readonly rows: number;
  readonly columns: number;
}

/**
 * Parameter matrices in the order of the flat vector: for each layer those of its input [below, 4 width], of its own
 * hidden values [width, 4 width] and its biases [1, 4 width], gates in the order input, forget, candidate, output;
 * then the output's [width, 1] and [1, 1].
 */
export function coordinatewiseShapes({
  preprocessing,
  hidden,
}: CoordinatewiseNetwork): CoordinatewiseShape[] {
  let below = preprocessing === 'none' ? 1 : 2;
  const shapes: CoordinatewiseShape[] = [];
  for (const width of hidden) {
    shapes.push(
      { role: 'input', rows: below, columns: 4 * width },
      { role: 'recurrent', rows: width, columns: 4 * width },
      { role: 'biases', rows: 1, columns: 4 * width },
    );
    below = width;
  }
  shapes.push(
    { role: 'output', rows: below, columns: 1 },
    { role: 'output bias', rows: 1, columns: 1 },
  );
  return shapes;
}

export const coordinatewiseCount = (network: CoordinatewiseNetwork): number =>
  coordinatewiseShapes(network).reduce((sum, { rows, columns }) => sum + rows * columns, 0);

/** Numbers of state for each coordinate: hidden value and cell of every unit. */
export const stateCount = ({ hidden }: CoordinatewiseNetwork): number =>
  2 * hidden.reduce((sum, width) => sum + width, 0);

/**
 * Weights from U(−1/√fan-in, 1/√fan-in), where the fan-in of a gate counts both of its inputs; biases 0, those of
 * forget gates 1, so that a memory begins by remembering (Jozefowicz et al. 2015, and DeepMind's own cell).
 */
export function initialiseCoordinatewise(
  network: CoordinatewiseNetwork,
  random: Stream,
): Float32Array {
  const values = new Float32Array(coordinatewiseCount(network));
  const shapes = coordinatewiseShapes(network);
  let at = 0;
  shapes.forEach(({ role, rows, columns }, s) => {
    const partner =
      role === 'input' ? shapes[s + 1]! : role === 'recurrent' ? shapes[s - 1]! : null;
    const bound = 1 / Math.sqrt(rows + (partner?.rows ?? 0));
    for (let i = 0; i < rows * columns; i++, at++) {
      if (role === 'biases') values[at] = Math.floor(i / (columns / 4)) === 1 ? 1 : 0;
      else if (role === 'output bias') values[at] = 0;
      else values[at] = random.uniform(-bound, bound);
    }
  });
  return values;
}
