/**
 * The optimisers that people write by hand, as functions of a gradient, in double precision. Each works on
 * coordinates alone, so a batch of problems is one long vector.
 */

import type { Course, Losses, Rule } from './rule';

/** Turns a gradient into the change of the parameters, in place, and remembers what it must. */
export type InPlace = (gradient: Float64Array) => void;

/** An optimiser that somebody wrote: it runs with a rate η. */
export interface WrittenRule extends Rule<number> {
  create(rate: number, length: number): InPlace;
}

const MOMENTUM = 0.9;
const RMSPROP = { decay: 0.9, epsilon: 1e-8 };
const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

const written = ({ formula, create }: Pick<WrittenRule, 'formula' | 'create'>): WrittenRule => ({
  fields: {},
  formula,
  create,
  run: (course, rate, steps) => run(course, create(rate, course.problems.starts.length), steps),
  propose(_engine, rate, coordinates) {
    const update = create(rate, coordinates);
    return {
      async next(gradients) {
        const changes = gradients.slice();
        update(changes);
        return changes;
      },
      release: () => {},
    };
  },
});

async function* run({ engine, learner, problems }: Course, update: InPlace, steps: number): Losses {
  const batch = learner.batch(problems);
  const theta = Float64Array.from(problems.starts);
  try {
    for (let t = 0; ; t++) {
      const { loss, gradient } = engine.tidy(() => {
        const at = learner.at(engine.rows(Float32Array.from(theta), problems.tasks), batch);
        return { loss: at.loss(), gradient: at.gradient() };
      });
      const values = await engine.read(loss);
      const g = Float64Array.from(await engine.read(gradient));
      engine.release(loss, gradient);
      yield values;
      if (t === steps) return;
      update(g);
      for (let i = 0; i < theta.length; i++) theta[i]! += g[i]!;
    }
  } finally {
    engine.release(batch);
  }
}

export const sgd = written({
  formula: String.raw`\theta\leftarrow\theta-\eta\,g`,
  create: (rate) => (g) => {
    for (let i = 0; i < g.length; i++) g[i]! *= -rate;
  },
});

/** Polyak 1964, in the form of Sutskever et al. 2013 without their factor. */
export const momentum = written({
  formula: String.raw`\begin{gathered}v\leftarrow\mu v+g\\\theta\leftarrow\theta-\eta v\end{gathered}`,
  create: (rate, length) => {
    const v = new Float64Array(length);
    return (g) => {
      for (let i = 0; i < length; i++) {
        v[i] = MOMENTUM * v[i]! + g[i]!;
        g[i] = -rate * v[i]!;
      }
    };
  },
});

/** Nesterov 1983, in the form of Sutskever et al. 2013 with the gradient at θ (Bengio et al. 2013). */
export const nesterov = written({
  formula: String.raw`\begin{gathered}v\leftarrow\mu v+g\\\theta\leftarrow\theta-\eta\,(g+\mu v)\end{gathered}`,
  create: (rate, length) => {
    const v = new Float64Array(length);
    return (g) => {
      for (let i = 0; i < length; i++) {
        v[i] = MOMENTUM * v[i]! + g[i]!;
        g[i] = -rate * (g[i]! + MOMENTUM * v[i]!);
      }
    };
  },
});

/** Tieleman and Hinton 2012. */
export const rmsprop = written({
  formula: String.raw`\begin{gathered}s\leftarrow\rho s+(1-\rho)\,g^2\\\theta\leftarrow\theta-\eta\,g/(\sqrt{s}+\epsilon)\end{gathered}`,
  create: (rate, length) => {
    const s = new Float64Array(length);
    const { decay, epsilon } = RMSPROP;
    return (g) => {
      for (let i = 0; i < length; i++) {
        s[i] = decay * s[i]! + (1 - decay) * g[i]! ** 2;
        g[i] = (-rate * g[i]!) / (Math.sqrt(s[i]!) + epsilon);
      }
    };
  },
});

/** Kingma and Ba 2015, algorithm 1. */
export const adam = written({
  formula: String.raw`\begin{gathered}m\leftarrow\beta_1m+(1-\beta_1)\,g\\v\leftarrow\beta_2v+(1-\beta_2)\,g^2\\\theta\leftarrow\theta-\eta\,\hat m/(\sqrt{\hat v}+\epsilon)\end{gathered}`,
  create: (rate, length) => {
    const m = new Float64Array(length);
    const v = new Float64Array(length);
    const { beta1, beta2, epsilon } = ADAM;
    let updates = 0;
    return (g) => {
      updates += 1;
      const first = 1 / (1 - beta1 ** updates);
      const second = 1 / (1 - beta2 ** updates);
      for (let i = 0; i < length; i++) {
        m[i] = beta1 * m[i]! + (1 - beta1) * g[i]!;
        v[i] = beta2 * v[i]! + (1 - beta2) * g[i]! ** 2;
        g[i] = (-rate * m[i]! * first) / (Math.sqrt(v[i]! * second) + epsilon);
      }
    };
  },
});
