import { describe, expect, it } from 'vitest';
import { relativeError } from '../../compute/derivatives';
import type { BatchData, Engine, Rows } from '../../compute/engine';
import { createReferenceEngine, exact, rowsOf } from '../../compute/reference';
import { createSimdEngine } from '../../compute/simd/engine';
import { stream } from '../../math/rng';
import { firstGates, GATE_NUMBERS, GATE_UNITS, gatedCellCount } from '../../networks/gatedCell';
import { mlp } from '../../networks/network';
import type { Settings } from '../contender';
import type { GatesOwn } from '../sheets';
import { firstOrderMaml, maml } from '../starts/maml';
import { begin, hold, type State } from '../state';
import { drained } from '../steps';
import { type Gated, gatedPath, metaLearnerLstm } from './metaLearnerLstm';

const STEPS = 5;
const network = mlp(1, [6, 5], 1, 'tanh');
const settings = (rate = 0.1): Settings => ({
  inner: { rate, steps: STEPS },
  outer: { optimizer: 'sgd', rate: 1 },
  left: 1,
});
const plain: GatesOwn = {
  derivatives: 'constants',
  forget: 'free',
  preprocessing: 'log-sign',
  judged: 'own',
  form: 'gates',
  scale: 'mean',
};
const overLstm: GatesOwn = { ...plain, form: 'lstm' };
const hiddenOf = ({ form }: GatesOwn): number => (form === 'lstm' ? GATE_UNITS : 0);

/** Three tasks, and weights and gates at random, the same on every engine. */
function setUp(engine: Engine, settings = plain) {
  const learner = engine.compile(network, 'mean-squared-error');
  const random = stream(5, 'gates');
  const normals = (count: number, sd: number) =>
    Float32Array.from({ length: count }, () => random.normal(0, sd));
  const draw = (points: number): BatchData => ({
    tasks: 3,
    points,
    inputs: normals(3 * points, 1),
    targets: normals(3 * points, 1),
  });
  const theta = normals(learner.parameterCount, 0.5);
  const own = firstGates({ hidden: hiddenOf(settings) }, random).map(
    (x) => x / 2 + random.normal(0, 0.3),
  );
  const drawn = { support: learner.batch(draw(4)), query: learner.batch(draw(5)) };
  return { scope: { engine, learner }, drawn, theta, gates: own };
}

type SetUp = ReturnType<typeof setUp>;
type Weights = { readonly theta: ArrayLike<number>; readonly gates: ArrayLike<number> };

/** What an outer step with a rate of 1 takes off: the derivatives. */
async function derivatives(on: SetUp, { theta, gates }: Weights, own: GatesOwn): Promise<Weights> {
  const { scope, drawn } = on;
  const { engine } = scope;
  const held = (values: ArrayLike<number>) => Float32Array.from(values);
  const state = hold(engine, { weights: { theta: held(theta), gates: held(gates) }, moments: {} });
  const after = drained(metaLearnerLstm.step(scope, state, drawn, settings(), own));
  const less = (name: 'theta' | 'gates') =>
    engine.read(engine.addScaled(state.weights[name]!, -1, after.weights[name]!));
  return { theta: await less('theta'), gates: await less('gates') };
}

/** The mean query loss after adapting, in double precision; with gradients and losses of another path where it is given. */
function lossOf(on: SetUp, at: Weights, own: GatesOwn, frozen?: readonly { g: Rows; l: Rows }[]) {
  const { engine, learner } = on.scope;
  const gates = engine.compileGates({ ...own, hidden: hiddenOf(own) });
  const parameters = rowsOf(Float64Array.from(at.gates), 1);
  const seen: { g: Rows; l: Rows }[] = [];
  let [theta, memory]: [Rows, Rows | null] = [rowsOf(Float64Array.from(at.theta), 1), null];
  for (let k = 0; k < STEPS; k++) {
    const here = learner.at(theta, on.drawn.support);
    // As in the code: the gradient of the mean loss, divided by its four points again.
    const by = rowsOf(Float64Array.of(own.scale === 'code' ? 4 : 1), 1);
    const { g, l } = frozen?.[k] ?? {
      g: engine.divideTasks(here.gradient(), by),
      l: here.loss(),
    };
    seen.push({ g, l });
    const step = gates.step(parameters, { theta, gradient: g, loss: l, memory });
    [theta, memory] = [step.theta, step.memory];
  }
  const losses = exact(learner.at(theta, on.drawn.query).loss());
  return { loss: losses.reduce((sum, x) => sum + x / losses.length, 0), seen };
}

/** Of every number; of the many that a memory has, of every 37th: all of them are looked at by the contract of engines. */
const placesOf = (count: number): number[] =>
  Array.from({ length: count }, (_, i) => i).filter((i) => count < 1000 || i % 37 === 0);

function differences(on: SetUp, at: Weights, own: GatesOwn, of: 'theta' | 'gates'): Float64Array {
  const frozen = own.derivatives === 'constants' ? lossOf(on, at, own).seen : undefined;
  const h = 1e-5;
  return Float64Array.from(placesOf(at[of].length), (i) => {
    const moved = (by: number) => {
      const values = Float64Array.from(at[of], (x, j) => (i === j ? x + by : x));
      return lossOf(on, { ...at, [of]: values }, own, frozen).loss;
    };
    return (moved(h) - moved(-h)) / (2 * h);
  });
}

const engines = [
  ['reference', async () => createReferenceEngine(), 1e-4],
  ['SIMD', createSimdEngine, 1e-4],
] as const;

describe.each(engines)(
  'a meta-iteration of the meta-learner LSTM on %s',
  (_, create, tolerance) => {
    it.each([
      ['constants', 'free', 'log-sign', 'gates', 'mean'],
      ['exact', 'free', 'log-sign', 'gates', 'mean'],
      ['exact', 'free', 'none', 'gates', 'mean'],
      ['constants', 'one', 'log-sign', 'gates', 'mean'],
      ['exact', 'one', 'log-sign', 'gates', 'mean'],
      ['exact', 'free', 'log-sign', 'gates', 'code'],
      ['constants', 'free', 'log-sign', 'lstm', 'mean'],
      ['exact', 'free', 'log-sign', 'lstm', 'code'],
    ] as const)(
      'has the derivatives of finite differences through five steps (%s, forget gate %s, %s, form %s, gradient %s)',
      async (derivative, forget, preprocessing, form, scale) => {
        const of: Partial<GatesOwn> = { forget, preprocessing, form, scale };
        const own: GatesOwn = { ...plain, derivatives: derivative, ...of };
        const yardstick = setUp(createReferenceEngine(), own);
        const found = await derivatives(setUp(await create(), own), yardstick, own);
        for (const of of ['theta', 'gates'] as const) {
          const expected = differences(yardstick, yardstick, own, of);
          const same = placesOf(found[of].length).map((i) => found[of][i]!);
          expect(relativeError(Float64Array.from(same), expected), of).toBeLessThan(tolerance);
          // What does nothing is not moved either.
          if (of === 'gates' && forget === 'one') {
            expect([...expected].slice(GATE_NUMBERS).every((x) => x === 0)).toBe(true);
          }
        }
      },
    );

    it('is MAML at one rate, if its gates are constants and all is kept', async () => {
      const on = setUp(await create());
      const { scope, drawn, theta } = on;
      const { engine } = scope;
      const gates = new Float32Array(gatedCellCount);
      [gates[GATE_NUMBERS - 1], gates[2 * GATE_NUMBERS - 1]] = [-2, 40];
      // The rate that this gate is, in the engine's own numbers.
      const parts = gatedPath(
        scope,
        hold(engine, { weights: { theta, gates }, moments: {} }).weights,
        drawn.support,
        1,
        plain,
      );
      parts.next();
      const { taken } = parts.next().value as Gated;
      const rate = (
        engine.name === 'reference' ? exact(taken!.gates) : await engine.read(taken!.gates)
      )[0]!;
      expect(rate).toBeCloseTo(1 / (1 + Math.exp(2)), 6);
      parts.return();

      const direction = async (of: typeof maml) =>
        engine.read(drained(of.direction(scope, engine.rows(theta, 1), drawn, settings(rate))));
      const state: State = begin(engine, { theta, gates });
      const moved = async (own: GatesOwn) => {
        const steps = metaLearnerLstm.step(scope, state, drawn, settings(), own);
        for (;;) {
          const { done, value } = steps.next();
          if (done) throw new Error('it has no means');
          if (value.line.name === 'means') return engine.read(value.quantities.v!);
        }
      };
      expect(await moved(plain)).toEqual(await direction(firstOrderMaml));
      const through = await moved({ ...plain, derivatives: 'exact' });
      expect(relativeError(through, await direction(maml))).toBeLessThan(1e-5);
    });
  },
);

describe('adapting by gates', () => {
  it.each([
    ['gates alone', plain],
    ['a memory below them', { ...overLstm, scale: 'code' } as const],
  ])('goes where training went with %s, and holds nothing afterwards', async (_, own) => {
    const engine = await createSimdEngine();
    const { scope, drawn, theta, gates } = setUp(engine, own);
    const state = begin(engine, { theta, gates });
    const before = engine.memory().handles;
    const walked: number[][] = [];
    const steps = metaLearnerLstm.step(scope, state, drawn, settings(), own);
    const phis: Promise<Float32Array>[] = [];
    engine.tidy(() => {
      for (;;) {
        const { done, value } = steps.next();
        if (done) break;
        if (value.line.name === 'stepByGates') phis.push(engine.read(value.quantities.phi!));
      }
    });
    for (const phi of phis) walked.push([...(await phi)]);
    const { inner } = settings();
    const adapted: number[][] = [];
    for (const phi of metaLearnerLstm.adapt(scope, state, drawn.support, inner, own)) {
      adapted.push([...(await engine.read(phi))]);
    }
    expect(adapted.slice(1)).toEqual(walked);
    expect(engine.memory().handles).toBe(before);
  });
});

describe('gates before anything is learned', () => {
  it('lie where the paper’s code draws them from, with a memory below them', () => {
    const all = firstGates({ hidden: GATE_UNITS }, stream(3, 'first'));
    expect(all.length).toBe(4 * 80 + 20 * 80 + 80 + 2 * 20 + 2 * 3);
    const [input, forget] = [all.length - 4, all.length - 1];
    expect(all[input]).toBeGreaterThan(-5);
    expect(all[input]).toBeLessThan(-4);
    expect(all[forget]).toBeGreaterThan(4);
    expect(all[forget]).toBeLessThan(5);
    const others = all.filter((_, i) => i !== input && i !== forget);
    expect(Math.max(...others.map(Math.abs))).toBeLessThan(0.0101);
    expect(new Set(others).size).toBeGreaterThan(0.99 * others.length);
  });
});
