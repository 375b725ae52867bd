/**
 * L-BFGS: Newton's step with a Hessian that is guessed from the last few changes of the gradient (Nocedal 1980, Liu and
 * Nocedal 1989), and a line search that asks for the weak conditions of Wolfe, by bisection (Lewis and Overton 2013).
 */

import type { DescentRule } from './descent';

/** Pairs of changes that are remembered. */
const MEMORY = 10;
/** Of the decrease that the slope promises, what is asked for at least, and of the slope, what may be left. */
const ARMIJO = 1e-4;
const WOLFE = 0.9;
/** Evaluations along one line, after which rounding hides what is left of f. */
const PATIENCE = 30;

export const lbfgs: DescentRule = {
  fields: {},
  formula: String.raw`\begin{gathered}s=\theta_{t+1}-\theta_t\quad y=g_{t+1}-g_t\\\theta\leftarrow\theta-\alpha\,B(s,y,\dots)\,g\end{gathered}`,
  quadratic: false,
  async *descend(landscape, start) {
    const { problems, dimension } = landscape;
    const theta = Float64Array.from(start);
    const trial = Float64Array.from(start);
    const rowOf = (values: Float64Array, p: number): Float64Array =>
      values.slice(p * dimension, (p + 1) * dimension);
    const first = await landscape.at(theta);
    const slopes = Float64Array.from(first.gradient);
    const f = Float64Array.from(first.f);
    const searches = Array.from(
      { length: problems },
      (_, p) => new Search(rowOf(theta, p), f[p]!, rowOf(slopes, p)),
    );
    for (;;) {
      yield { theta, f };
      for (const [p, search] of searches.entries()) trial.set(search.trial, p * dimension);
      const found = await landscape.at(trial);
      slopes.set(found.gradient);
      for (const [p, search] of searches.entries()) {
        search.look(found.f[p]!, rowOf(slopes, p));
        theta.set(search.theta, p * dimension);
        f[p] = search.f;
      }
    }
  },
};

interface Pair {
  readonly s: Float64Array;
  readonly y: Float64Array;
  readonly sy: number;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** a + scale · b, in place of a. */
function add(a: Float64Array, scale: number, b: Float64Array): Float64Array {
  for (let i = 0; i < a.length; i++) a[i]! += scale * b[i]!;
  return a;
}

/** One problem's way down: it stands at θ, and looks at points along one direction until one of them will do. */
class Search {
  private pairs: Pair[] = [];
  private way: Float64Array;
  /** Of the step along the way: what is looked at, and what it must lie between. */
  private step: number;
  private short = 0;
  private long = Number.POSITIVE_INFINITY;
  private looks = 0;

  constructor(
    public theta: Float64Array,
    public f: number,
    private gradient: Float64Array,
  ) {
    this.way = gradient.map((g) => -g);
    this.step = this.firstStep;
  }

  /** The point that it looks at next. */
  get trial(): Float64Array {
    return add(this.theta.slice(), this.step, this.way);
  }

  /** Takes what was found at the trial point. */
  look(f: number, gradient: Float64Array): void {
    const slope = dot(this.gradient, this.way);
    if (!(slope < 0)) return;
    this.looks += 1;
    const low = f <= this.f + ARMIJO * this.step * slope;
    if (low && dot(gradient, this.way) >= WOLFE * slope) {
      this.stand(f, gradient);
    } else if (this.looks === PATIENCE) {
      // What it remembers has misled it, or there is nothing left to gain.
      this.pairs = [];
      this.turn();
    } else {
      if (low) this.short = this.step;
      else this.long = this.step;
      this.step = Number.isFinite(this.long) ? (this.short + this.long) / 2 : 2 * this.step;
    }
  }

  /** Moves to the trial point, and turns. */
  private stand(f: number, gradient: Float64Array): void {
    const s = this.way.map((x) => this.step * x);
    const y = add(gradient.slice(), -1, this.gradient);
    // Positive, as the slope has become less.
    const sy = dot(s, y);
    this.theta = this.trial;
    this.f = f;
    this.gradient = gradient;
    if (sy > 0) this.pairs = [...this.pairs, { s, y, sy }].slice(-MEMORY);
    this.turn();
  }

  private turn(): void {
    this.way = wayDown(this.pairs, this.gradient);
    this.step = this.pairs.length === 0 ? this.firstStep : 1;
    this.short = 0;
    this.long = Number.POSITIVE_INFINITY;
    this.looks = 0;
  }

  /** Before curvature is known, a step has length 1, or that of a smaller gradient. */
  private get firstStep(): number {
    return Math.min(1, 1 / Math.sqrt(dot(this.gradient, this.gradient)));
  }
}

/** −Bg, with B the guess of the inverse Hessian that these pairs make of a multiple of the identity: the two loops. */
export function wayDown(pairs: readonly Pair[], gradient: Float64Array): Float64Array {
  const q = gradient.map((g) => -g);
  const shares = new Float64Array(pairs.length);
  for (let k = pairs.length - 1; k >= 0; k--) {
    const { s, y, sy } = pairs[k]!;
    shares[k] = dot(s, q) / sy;
    add(q, -shares[k]!, y);
  }
  const last = pairs.at(-1);
  if (last !== undefined) {
    const scale = last.sy / dot(last.y, last.y);
    for (let i = 0; i < q.length; i++) q[i]! *= scale;
  }
  for (const [k, { s, y, sy }] of pairs.entries()) add(q, shares[k]! - dot(y, q) / sy, s);
  return q;
}
