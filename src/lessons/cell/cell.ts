/**
 * The cell of an LSTM, c_t = f ⊙ c_{t−1} + i ⊙ c̃_t, that holds a weight: c = θ and c̃ = −∇L (Ravi and Larochelle 2017,
 * section 3), here with gates that stay as they are, on the loss L(θ) = ½ a (θ − m)².
 */

export interface Gates {
  readonly forget: number;
  readonly input: number;
}

export interface Bowl {
  /** a. */
  readonly curvature: number;
  /** m, where the loss is 0. */
  readonly least: number;
}

export const bowl: Bowl = { curvature: 1, least: 1 };
/** θ at first. */
export const START = -1;
/** Steps that are shown. */
export const STEPS = 10;

export const lossAt = ({ curvature, least }: Bowl, theta: number): number =>
  (curvature * (theta - least) ** 2) / 2;

/** θ after 0 … K steps. */
export function along(of: Bowl, { forget, input }: Gates, start = START, steps = STEPS): number[] {
  const path = [start];
  for (let t = 0; t < steps; t++) {
    const theta = path[t]!;
    path.push(forget * theta + input * -of.curvature * (theta - of.least));
  }
  return path;
}

/**
 * θ after K steps, in closed form: θ* + (f − i a)ᴷ (θ_0 − θ*), with θ* = i a m / (1 − f + i a) where the cell rests.
 *
 * @returns NaN where there is no such place, f − i a = 1
 */
export function after(of: Bowl, gates: Gates, start = START, steps = STEPS): number {
  const pull = gates.input * of.curvature;
  const rest = restOf(of, gates);
  return rest + (gates.forget - pull) ** steps * (start - rest);
}

/** Where the cell comes to rest: below the least loss, if it forgets. */
export function restOf({ curvature, least }: Bowl, { forget, input }: Gates): number {
  const pull = input * curvature;
  return (pull * least) / (1 - forget + pull);
}

/** What is left of a weight after some steps without a gradient. */
export const kept = (forget: number, steps = STEPS): number => forget ** steps;
