/** What a count of successes says of a probability. */

/**
 * The exact interval of Clopper and Pearson (1934): bounds of the probability that `successes` of `trials` are of, at a
 * confidence of 95%.
 */
export function exactInterval(
  successes: number,
  trials: number,
): { readonly low: number; readonly high: number } {
  const half = 0.025;
  const low =
    successes === 0 ? 0 : rootOf((p) => 1 - atMost(successes - 1, trials, p) - half, 'rises');
  const high =
    successes === trials ? 1 : rootOf((p) => atMost(successes, trials, p) - half, 'falls');
  return { low, high };
}

/** The probability of at most so many successes. */
function atMost(successes: number, trials: number, p: number): number {
  const [yes, no] = [Math.log(p), Math.log1p(-p)];
  let choices = 0;
  let sum = 0;
  for (let k = 0; k <= successes; k++) {
    if (k > 0) choices += Math.log((trials - k + 1) / k);
    sum += Math.exp(choices + k * yes + (trials - k) * no);
  }
  return sum;
}

/** Halvings after which the bounds of a double are reached. */
const HALVINGS = 60;

/** Where a function of a probability that rises, or falls, is zero. */
function rootOf(f: (p: number) => number, goes: 'rises' | 'falls'): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (f(middle) < 0 === (goes === 'rises')) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
