/**
 * The optimisers that people write by hand, as functions of a gradient, in double precision. Each works on
 * coordinates alone, so a batch of problems is one long vector.
 */

/** Turns a gradient into the change of the parameters, in place, and remembers what it must. */
export type UpdateRule = (gradient: Float64Array) => void;

export interface Optimizer {
  readonly label: string;
  /** The definition in a line, for people. */
  readonly definition: string;
  readonly source: string;
  create(rate: number, length: number): UpdateRule;
}

const MOMENTUM = 0.9;
const RMSPROP = { decay: 0.9, epsilon: 1e-8 };
const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

export const optimizers = {
  sgd: {
    label: 'SGD',
    definition: 'θ ← θ − η g',
    source: '',
    create: (rate) => (g) => {
      for (let i = 0; i < g.length; i++) g[i]! *= -rate;
    },
  },
  momentum: {
    label: 'Momentum',
    definition: 'v ← μ v + g;  θ ← θ − η v;  μ = 0.9',
    source: 'Polyak 1964, in the form of Sutskever et al. 2013 without their factor',
    create: (rate, length) => {
      const v = new Float64Array(length);
      return (g) => {
        for (let i = 0; i < length; i++) {
          v[i] = MOMENTUM * v[i]! + g[i]!;
          g[i] = -rate * v[i]!;
        }
      };
    },
  },
  nesterov: {
    label: 'Nesterov',
    definition: 'v ← μ v + g;  θ ← θ − η (g + μ v);  μ = 0.9',
    source:
      'Nesterov 1983, in the form of Sutskever et al. 2013 with the gradient at θ (Bengio et al. 2013)',
    create: (rate, length) => {
      const v = new Float64Array(length);
      return (g) => {
        for (let i = 0; i < length; i++) {
          v[i] = MOMENTUM * v[i]! + g[i]!;
          g[i] = -rate * (g[i]! + MOMENTUM * v[i]!);
        }
      };
    },
  },
  rmsprop: {
    label: 'RMSprop',
    definition: 's ← ρ s + (1 − ρ) g²;  θ ← θ − η g / (√s + ε);  ρ = 0.9',
    source: 'Tieleman and Hinton 2012',
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
  },
  adam: {
    label: 'Adam',
    definition:
      'm, v: means of g and g², both corrected for their start at 0;  θ ← θ − η m̂ / (√v̂ + ε)',
    source: 'Kingma and Ba 2015, algorithm 1; β₁ = 0.9, β₂ = 0.999',
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
  },
} as const satisfies Record<string, Optimizer>;

export type OptimizerName = keyof typeof optimizers;
export const optimizerNames = Object.keys(optimizers) as OptimizerName[];
