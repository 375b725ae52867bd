/** What programs must do on every engine, as part of the engines' contract: each rule in both orders, and whole programs. */

import { describe, expect, it } from 'vitest';
import { stream } from '../../math/rng';
import { initialiseCoordinatewise } from '../../networks/coordinatewise';
import type { Windows } from '../../networks/geometry';
import { activation, convolutions, dense, mlp, type Network } from '../../networks/network';
import type { Matrices, Operations, Program, Shape } from '../../networks/program';
import { attentionProgram } from '../../networks/programs/attention';
import { contextProgram } from '../../networks/programs/context';
import { embedded } from '../../networks/programs/embedded';
import { layeredProgram } from '../../networks/programs/layered';
import { lstmProgram } from '../../networks/programs/lstm';
import { memoryProgram } from '../../networks/programs/memory';
import { mlpProgram } from '../../networks/programs/mlp';
import { LEAST_SPREAD, processProgram } from '../../networks/programs/process';
import { feedforwardReader } from '../../networks/programs/readers/feedforward';
import { keyValueReader } from '../../networks/programs/readers/keyValue';
import { lstmReader } from '../../networks/programs/readers/lstm';
import { type MannSettings, mannReader } from '../../networks/programs/readers/mann';
import { snailReader } from '../../networks/programs/readers/snail';
import type { ReaderProgram } from '../../networks/programs/readers/stream';
import { stacked } from '../../networks/programs/stacked';
import { finiteDifferences, relativeError } from '../derivatives';
import type { BatchData, Engine, Learner, Loss, PartsLoss, ProgramLoss, Rows } from '../engine';
import { createReferenceEngine } from '../reference';

type Use = <M extends Matrices>(o: Operations<M>, a: M, b: M, x: M) => M;

/** What a, [3, 4], and b of some shape become; x is [3, 4], constant. Each use is of one operation, or of few. */
const uses: Record<string, { readonly b?: Shape; readonly use: Use }> = {
  matMul: { b: { rows: 4, columns: 2 }, use: (o, a, b) => o.matMul(a, b) },
  'matMul, transposed left': {
    b: { rows: 3, columns: 2 },
    use: (o, a, b) => o.matMul(a, b, { transposeA: true }),
  },
  'matMul, transposed right': {
    b: { rows: 2, columns: 4 },
    use: (o, a, b) => o.matMul(a, b, { transposeB: true }),
  },
  'matMul, both transposed': {
    b: { rows: 2, columns: 3 },
    use: (o, a, b) => o.matMul(a, b, { transposeA: true, transposeB: true }),
  },
  'matMul, plus a row': {
    b: { rows: 1, columns: 3 },
    use: (o, a, b, x) => o.matMul(a, x, { transposeB: true, plus: b }),
  },
  'matMul of constants, plus a row': {
    b: { rows: 1, columns: 3 },
    use: (o, a, b, x) =>
      o.multiply(
        o.matMul(x, x, { transposeB: true, plus: b }),
        o.matMul(a, x, { transposeB: true }),
      ),
  },
  'matMul, plus a matrix': {
    b: { rows: 3, columns: 3 },
    use: (o, a, b) => o.matMul(a, a, { transposeB: true, plus: b }),
  },
  'matMul with a column, transposed left, plus a number': {
    b: { rows: 3, columns: 1 },
    use: (o, a, b) => o.matMul(a, b, { transposeA: true, plus: o.sumRows(o.tanh(b)) }),
  },
  'matMul, several with one matrix': {
    b: { rows: 4, columns: 4 },
    use: (o, a, b, x) => {
      const first = o.tanh(o.matMul(a, b, { plus: x }));
      return o.matMul(o.add(o.matMul(first, b), first), b, { transposeB: true });
    },
  },
  add: { b: { rows: 3, columns: 4 }, use: (o, a, b) => o.add(a, b) },
  'add a row': { b: { rows: 1, columns: 4 }, use: (o, a, b) => o.tanh(o.add(a, b)) },
  'add a column': { b: { rows: 3, columns: 1 }, use: (o, a, b) => o.tanh(o.add(b, a)) },
  'add a number to a constant': {
    b: { rows: 1, columns: 1 },
    use: (o, a, b, x) => o.multiply(o.tanh(o.add(x, b)), a),
  },
  subtract: { b: { rows: 3, columns: 4 }, use: (o, a, b) => o.tanh(o.subtract(a, b)) },
  'subtract from a row': { b: { rows: 1, columns: 4 }, use: (o, a, b) => o.tanh(o.subtract(b, a)) },
  'subtract a column from a constant': {
    b: { rows: 3, columns: 1 },
    use: (o, a, b, x) => o.multiply(o.tanh(o.subtract(x, b)), a),
  },
  multiply: { b: { rows: 3, columns: 4 }, use: (o, a, b) => o.multiply(a, b) },
  'multiply by a row': { b: { rows: 1, columns: 4 }, use: (o, a, b) => o.multiply(a, b) },
  'multiply a column by a row': {
    b: { rows: 1, columns: 4 },
    use: (o, a, b) => o.multiply(o.sumColumns(a), b),
  },
  'multiply by itself': { use: (o, a) => o.multiply(a, a) },
  divide: { b: { rows: 3, columns: 4 }, use: (o, a, b) => o.divide(a, o.exp(b)) },
  'scale, shift': { use: (o, a) => o.tanh(o.shift(o.scale(a, -1.5), 0.3)) },
  sumRows: { use: (o, a) => o.tanh(o.sumRows(a)) },
  sumColumns: { use: (o, a) => o.tanh(o.sumColumns(a)) },
  repeatRows: {
    b: { rows: 1, columns: 4 },
    use: (o, a, b) => o.multiply(o.repeatRows(o.tanh(b), 3), a),
  },
  repeatColumns: {
    b: { rows: 3, columns: 1 },
    use: (o, a, b) => o.multiply(o.repeatColumns(o.tanh(b), 4), a),
  },
  sliceRows: { use: (o, a) => o.tanh(o.sliceRows(o.multiply(a, a), 1, 2)) },
  'sliceRows, overlapping': {
    use: (o, a) => o.multiply(o.sliceRows(a, 0, 2), o.tanh(o.sliceRows(a, 1, 2))),
  },
  sliceColumns: { use: (o, a) => o.tanh(o.sliceColumns(o.multiply(a, a), 2, 2)) },
  'sliceColumns and the whole': {
    use: (o, a) => o.multiply(o.tanh(a), o.sliceColumns(a, 1, 1)),
  },
  'sliceRows and sliceColumns of one': {
    use: (o, a) => o.matMul(o.sliceColumns(a, 1, 2), o.tanh(o.sliceRows(a, 0, 2))),
  },
  concatRows: {
    b: { rows: 2, columns: 4 },
    use: (o, a, b, x) => o.tanh(o.concatRows([a, b, x])),
  },
  concatColumns: {
    b: { rows: 3, columns: 2 },
    use: (o, a, b, x) => o.tanh(o.concatColumns([b, x, a])),
  },
  reshape: { use: (o, a) => o.tanh(o.reshape(o.multiply(a, a), 2, 6)) },
  transpose: { use: (o, a) => o.tanh(o.transpose(o.multiply(a, a))) },
  relu: { b: { rows: 4, columns: 2 }, use: (o, a, b) => o.matMul(o.relu(a), b) },
  'relu of a product': {
    b: { rows: 4, columns: 2 },
    use: (o, a, b) => o.multiply(o.relu(o.matMul(a, b)), o.matMul(a, b)),
  },
  tanh: { b: { rows: 4, columns: 2 }, use: (o, a, b) => o.tanh(o.matMul(a, b)) },
  sigmoid: { b: { rows: 4, columns: 2 }, use: (o, a, b) => o.sigmoid(o.matMul(a, b)) },
  exp: { use: (o, a) => o.exp(a) },
  log: { use: (o, a) => o.log(o.shift(o.multiply(a, a), 0.5)) },
  reciprocal: { use: (o, a) => o.reciprocal(o.shift(o.multiply(a, a), 0.5)) },
  inverseRoot: { use: (o, a) => o.inverseRoot(o.multiply(a, a), 0.5) },
  softmax: { b: { rows: 4, columns: 2 }, use: (o, a, b) => o.matMul(o.softmax(a), b) },
  logSoftmax: { use: (o, a) => o.logSoftmax(o.multiply(a, a)) },
  standardise: {
    b: { rows: 4, columns: 2 },
    use: (o, a, b) => o.tanh(o.matMul(o.standardise(a, 0.1), b)),
  },
  cosines: { b: { rows: 2, columns: 4 }, use: (o, a, b) => o.cosines(a, b) },
  lstm: {
    b: { rows: 3, columns: 1 },
    use: (o, a, b) => {
      const { hidden, cell } = o.lstm(a, b);
      return o.multiply(o.lstm(o.multiply(a, hidden), cell).hidden, cell);
    },
  },
  'lstm of a constant': {
    b: { rows: 3, columns: 1 },
    use: (o, a, b, x) => o.matMul(o.lstm(x, b).hidden, a, { transposeA: true }),
  },
  'patches and scatterPatches': {
    b: { rows: 9, columns: 2 },
    use: (o, a, b) => {
      const windows: Windows = { input: { height: 3, width: 4, channels: 1 }, stride: 2 };
      const image = o.reshape(o.multiply(a, a), 12, 1);
      const back = o.scatterPatches(o.tanh(o.patches(image, windows)), windows);
      return o.matMul(o.patches(o.tanh(back), windows), b);
    },
  },
  'greater, which does not move': {
    b: { rows: 1, columns: 4 },
    use: (o, a, b) => o.multiply(o.greater(a, b), o.multiply(a, b)),
  },
  recomputed: {
    b: { rows: 4, columns: 4 },
    use: (o, a, b, x) => {
      const body = <M extends Matrices>(on: Operations<M>, [first, second]: readonly M[]): M[] => {
        const y = on.tanh(on.matMul(first!, second!));
        return [on.multiply(y, first!), on.sumRows(y)];
      };
      const [y, sums] = o.recomputed([o.add(a, x), b], body);
      const [again] = o.recomputed([y!, b], body);
      return o.multiply(again!, sums!);
    },
  },
};

const A: Shape = { rows: 3, columns: 4 };

/** A task's one point is x; what the use makes of it is summed up with fixed weights. */
const programOf = ({ b, use }: (typeof uses)[string]): Program => ({
  inputs: 12,
  outputs: 1,
  parameters: { a: A, ...(b === undefined ? {} : { b }) },
  layers: ['a'],
  run(o, p, x) {
    const made = use(o, p.a!, p.b ?? p.a!, o.reshape(x, 3, 4));
    const weights = o.concatColumns(
      Array.from({ length: made.rows * made.columns }, (_, i) =>
        o.constant(1, 1, Math.cos(3 * i + 1)),
      ),
    );
    const flat = o.reshape(made, 1, made.rows * made.columns);
    return o.sumColumns(o.multiply(weights, flat));
  },
});

const drawings = { features: 2, labels: 2 };
const mann: MannSettings = {
  ...{ controller: 'feedforward', input: 'pair', hidden: 4, slots: 5, width: 3, heads: 2 },
  ...{ decay: 0.9, sharpness: 'learned', writing: 'lru' },
};
/** Learners that read a stream of so many drawings. */
const reading = ({ plain: program }: ReaderProgram, points = 5) =>
  ({ program, loss: 'cross-entropy', points }) as const;

const lstm = { inputs: 3, outputs: 2, hidden: [5, 4], sequences: 2 };
const whole: Record<string, { program: Program; loss: Loss | PartsLoss; points: number }> = {
  'an LSTM of two layers': { program: lstmProgram(lstm), loss: 'cross-entropy', points: 10 },
  'an LSTM of two layers, by segments': {
    program: lstmProgram({ ...lstm, segment: 2 }),
    loss: 'cross-entropy',
    points: 10,
  },
  'attention over a set': {
    program: attentionProgram({ inputs: 3, outputs: 2, width: 5 }),
    loss: 'cross-entropy',
    points: 6,
  },
  'attention over the first points, prototypical': {
    program: attentionProgram({ inputs: 3, outputs: 4, width: 5, support: 4 }),
    loss: { name: 'prototypical', support: 4, ways: 2 },
    points: 6,
  },
  'an LSTM behind an embedding': {
    program: embedded(lstmProgram({ ...lstm, hidden: [4] }), 5),
    loss: 'cross-entropy',
    points: 6,
  },
  'a memory addressed by content': {
    program: memoryProgram({ inputs: 3, outputs: 2, slots: 4, width: 3, decay: 0.9 }),
    loss: 'mean-squared-error',
    points: 7,
  },
  'a reader that keeps nothing': reading(feedforwardReader(drawings, 5)),
  'an LSTM that reads a stream': reading(lstmReader(drawings, 4)),
  'attention over keys and values': reading(keyValueReader(drawings, { width: 3, heads: 2 })),
  'convolutions and attention by turns': reading(
    snailReader(drawings, { filters: 2, blocks: 2, width: 3 }),
  ),
  'a memory with two heads that see pairs': reading(mannReader(drawings, mann)),
  'a memory that is written in turn': reading(
    mannReader(drawings, { ...mann, slots: 3, writing: 'fifo' }),
  ),
  'a memory of an LSTM, labels late, cosines as they are': reading(
    mannReader(drawings, { ...mann, controller: 'lstm', input: 'late', sharpness: 'plain' }),
    4,
  ),
  'a memory that answers with strings of three letters': {
    ...reading(mannReader({ features: 2, labels: 6 }, mann), 4),
    loss: { name: 'cross-entropies', parts: 3 },
  },
  'full context embeddings': {
    program: contextProgram({ width: 3, order: [2, 0, 3, 1], steps: 2 }),
    loss: { name: 'matching', support: 4, ways: 2 },
    points: 6,
  },
  'full context embeddings over a network of layers': {
    program: stacked(
      layeredProgram(mlp(2, [4], 3, 'tanh')),
      contextProgram({ width: 3, order: [1, 0, 2], steps: 3 }),
    ),
    loss: { name: 'prototypical', support: 3, ways: 2 },
    points: 5,
  },
  'an MLP, prototypical': {
    program: mlpProgram(2, [5], 3, 'tanh'),
    loss: { name: 'prototypical', support: 4, ways: 2 },
    points: 6,
  },
  // Cosines times 10 bend much; of long vectors they bend less, and differences are good to more digits.
  'an MLP, matching': {
    program: mlpProgram(2, [9], 5, 'tanh'),
    loss: { name: 'matching', support: 4, ways: 2 },
    points: 6,
  },
};

const image = { height: 6, width: 5, channels: 1 };
/** As the bodies of the Omniglot lab. */
const convolutional: Network = { inputs: 30, image, layers: convolutions(3, 2) };
const pooled: Network = {
  ...convolutional,
  layers: [
    ...convolutions(3, 1).slice(0, -1),
    ...[{ kind: 'affine' }, { kind: 'mean-pool' }, dense(3), activation('tanh')],
  ] as Network['layers'],
};

interface Problem {
  readonly data: BatchData;
  /** [tasks, P]. */
  readonly parameters: Float32Array;
  readonly vector: Float32Array;
}

const TASKS = 2;

function problemOf(
  { parameterCount }: Learner,
  inputs: number,
  targets: number,
  points: number,
  loss: ProgramLoss,
  seed: number,
): Problem {
  const random = stream(seed, 'programs');
  const normals = (count: number, sd: number) =>
    Float32Array.from({ length: count }, () => random.normal(0, sd));
  const count = TASKS * points;
  const ofClasses =
    typeof loss === 'string' ? loss === 'cross-entropy' : loss.name !== 'log-likelihood';
  const parts = typeof loss !== 'string' && loss.name === 'cross-entropies' ? loss.parts : 1;
  const classes = targets / parts;
  // One class each, or one in each part; all of them among the first points.
  const oneHot = Float32Array.from({ length: count * targets }, (_, i) => {
    const part = Math.floor((i % targets) / classes);
    return ((Math.floor(i / targets) % points) + part) % classes === i % classes ? 1 : 0;
  });
  return {
    parameters: normals(TASKS * parameterCount, 0.6),
    vector: normals(TASKS * parameterCount, 1),
    data: {
      tasks: TASKS,
      points,
      inputs: normals(count * inputs, 1),
      targets: ofClasses ? oneHot : normals(count * targets, 1),
    },
  };
}

/** Finite differences take long, and are the same for every engine. */
const differences = new Map<string, ReturnType<typeof finiteDifferences>>();

/**
 * @param tolerance relative error allowed
 * @param thorough whether each rule is tried with weights that all tasks share, too
 */
export function describePrograms(
  engineOf: () => Engine,
  tolerance: number,
  thorough: boolean,
): void {
  const reference = createReferenceEngine();

  const measured = async (engine: Engine, compute: (e: Engine) => Rows): Promise<Float32Array> => {
    const rows = engine.tidy(() => compute(engine));
    const values = await engine.read(rows);
    engine.release(rows);
    return values;
  };
  const what = ['loss', 'gradient', 'hessianVector'] as const;
  const compute =
    (compile: (e: Engine) => Learner, { parameters, vector, data }: Problem, tasks: number) =>
    (of: (typeof what)[number] | 'predict') =>
    (e: Engine): Rows => {
      const learner = compile(e);
      const rows = e.rows(parameters.slice(0, tasks * learner.parameterCount), tasks);
      const batch = learner.batch(data);
      if (of === 'predict') return learner.predict(rows, batch);
      const at = learner.at(rows, batch);
      return of === 'hessianVector' ? at.hessianVector(e.rows(vector, TASKS)) : at[of]();
    };

  /** Both orders against finite differences. */
  const checkDerivatives = async (
    name: string,
    compile: (e: Engine) => Learner,
    problem: Problem,
    tasks: number,
  ): Promise<void> => {
    const { parameters, data, vector } = problem;
    const own = parameters.slice(0, (tasks * parameters.length) / TASKS);
    const key = `${name} ${tasks}`;
    const expected = differences.get(key) ?? finiteDifferences(compile, own, data, vector);
    differences.set(key, expected);
    const run = compute(compile, problem, tasks);
    for (const of of ['gradient', 'hessianVector'] as const) {
      const found = await measured(engineOf(), run(of));
      expect(relativeError(found, expected[of]), of).toBeLessThan(tolerance);
    }
  };

  describe('a program', () => {
    it.each(Object.entries(uses))('has the derivatives of %s in both orders', async (name, use) => {
      const program = programOf(use);
      const compile = (e: Engine) => e.compileProgram(program, 'mean-squared-error');
      const problem = problemOf(compile(reference), 12, 1, 1, 'mean-squared-error', 5);
      await checkDerivatives(name, compile, problem, TASKS);
      if (thorough) await checkDerivatives(name, compile, problem, 1);
    });

    it.each(Object.entries(whole))(
      'has its derivatives in both orders: %s',
      async (name, { program, loss, points }) => {
        const compile = (e: Engine) => e.compileProgram(program, loss);
        const targets = typeof loss !== 'string' && 'ways' in loss ? loss.ways : program.outputs;
        const problem = problemOf(compile(reference), program.inputs, targets, points, loss, 6);
        await checkDerivatives(name, compile, problem, TASKS);
        if (thorough) await checkDerivatives(name, compile, problem, 1);
      },
    );

    it.each([
      ['a conditional neural process', false],
      ['an attentive neural process', true],
    ])(
      'has its derivatives in both orders, with a set that it reads: %s',
      async (name, attentive) => {
        const program = processProgram({ width: 4, attentive });
        const random = stream(7, 'sets');
        const drawn = () => Float32Array.from({ length: 3 * TASKS }, () => random.normal());
        const read = { tasks: TASKS, points: 3, inputs: drawn(), targets: drawn() };
        const loss = { name: 'log-likelihood' } as const;
        const compile = (e: Engine) =>
          e.compileProgram(program, loss, e.compileProgram(program, loss).batch(read));
        const problem = problemOf(compile(reference), 1, 1, 5, loss, 7);
        await checkDerivatives(name, compile, problem, TASKS);
        if (thorough) await checkDerivatives(name, compile, problem, 1);
        const asked = compute(compile, problem, 1)('predict');
        const [found, expected] = [
          await measured(engineOf(), asked),
          await measured(reference, asked),
        ];
        expect(relativeError(found, expected)).toBeLessThan(tolerance);
        expect(found.filter((_, i) => i % 2 === 1).every((spread) => spread > LEAST_SPREAD)).toBe(
          true,
        );
      },
    );

    it('takes what is detached as a constant', async () => {
      const detached = programOf({ use: (o, a) => o.multiply(o.detach(o.tanh(a)), a) });
      const compile = (e: Engine) => e.compileProgram(detached, 'sum-of-squares');
      const problem = problemOf(compile(reference), 12, 1, 1, 'sum-of-squares', 8);
      const { parameters, data } = problem;
      const fixed = (t: number, i: number) => Math.tanh(parameters[12 * t + i]!);
      const slope = (i: number) => Math.cos(3 * i + 1);
      // (s − y)², s = Σ c tanh(a) a with tanh(a) fixed.
      const expected = Float64Array.from({ length: 24 }, (_, n) => {
        const [t, i] = [Math.floor(n / 12), n % 12];
        let s = 0;
        for (let j = 0; j < 12; j++) s += slope(j) * fixed(t, j) * parameters[12 * t + j]!;
        return 2 * (s - data.targets![t]!) * slope(i) * fixed(t, i);
      });
      const found = await measured(engineOf(), compute(compile, problem, TASKS)('gradient'));
      expect(relativeError(found, expected)).toBeLessThan(tolerance);
    });

    it('takes it as a constant where it is recomputed, too', async () => {
      const product: Use = (o, a) => o.multiply(o.detach(o.tanh(a)), o.tanh(a));
      const body = <M extends Matrices>(on: Operations<M>, [first]: readonly M[]): M[] => [
        product(on, first!, first!, first!),
      ];
      const run = async (use: Use, of: 'gradient' | 'hessianVector') => {
        const compile = (e: Engine) => e.compileProgram(programOf({ use }), 'sum-of-squares');
        const problem = problemOf(compile(reference), 12, 1, 1, 'sum-of-squares', 8);
        return measured(engineOf(), compute(compile, problem, TASKS)(of));
      };
      for (const of of ['gradient', 'hessianVector'] as const) {
        const expected = await run(product, of);
        const found = await run((o, a) => o.recomputed([a], body)[0]!, of);
        expect(relativeError(found, expected), of).toBeLessThan(tolerance);
      }
    });

    it.each<[string, Program['run']]>([
      ['a parameter', (_, p) => p.a!],
      ['its points', (_, _p, x) => x],
    ])('may give %s, which stays what it is', async (_, run) => {
      const engine = engineOf();
      const program = {
        inputs: 2,
        outputs: 2,
        parameters: { a: { rows: 3, columns: 2 } },
        layers: [],
        run,
      };
      const learner = engine.compileProgram(program, null);
      const values = Float32Array.of(1, 2, 3, 4, 5, 6);
      const theta = engine.rows(values, 1);
      const batch = learner.batch({ tasks: 1, points: 3, inputs: values, targets: null });
      const first = engine.tidy(() => learner.predict(theta, batch));
      engine.release(first);
      const other = engine.rows(new Float32Array(6).fill(9), 1);
      const again = engine.tidy(() => learner.predict(theta, batch));
      expect(await engine.read(again)).toEqual(values);
      expect(await engine.read(theta)).toEqual(values);
      engine.release(theta, batch, other, again);
    });

    it('says so where shapes do not fit', () => {
      const engine = engineOf();
      const wrong = (run: Program['run'], points: number) => () =>
        engine.tidy(() => {
          const program = { inputs: 2, outputs: 2, parameters: { a: A }, layers: ['a'], run };
          const learner = engine.compileProgram(program, null);
          const inputs = new Float32Array(2 * points);
          const batch = learner.batch({ tasks: 1, points, inputs, targets: null });
          return learner.predict(engine.rows(new Float32Array(12), 1), batch);
        });
      expect(wrong((o, p, x) => o.add(p.a!, x), 3)).toThrow(
        '[3, 4] and [3, 2] do not fit together',
      );
      expect(wrong((o, _, x) => o.sumRows(x), 3)).toThrow('gives [1, 2] in place of [3, 2]');
      const { program } = whole['an LSTM of two layers']!;
      const learner = engine.compileProgram(program, null);
      const batch = { tasks: 1, points: 5, inputs: new Float32Array(15), targets: null };
      const run = () =>
        engine.tidy(() =>
          learner.predict(
            engine.rows(new Float32Array(learner.parameterCount), 1),
            learner.batch(batch),
          ),
        );
      expect(run).toThrow('5 rows are no 2.5 steps');
    });

    it('that depends on nothing has no gradient, and is no error', async () => {
      const still = programOf({ use: (o, a) => o.detach(a) });
      const compile = (e: Engine) => e.compileProgram(still, 'sum-of-squares');
      const problem = problemOf(compile(reference), 12, 1, 1, 'sum-of-squares', 8);
      for (const of of ['gradient', 'hessianVector'] as const) {
        const found = await measured(engineOf(), compute(compile, problem, TASKS)(of));
        expect(found).toEqual(new Float32Array(24));
      }
    });

    it.each([
      ['mean-squared-error', mlp(1, [40, 40], 1, 'relu'), mlpProgram(1, [40, 40], 1, 'relu'), 10],
      ['cross-entropy', mlp(6, [17], 4, 'tanh'), mlpProgram(6, [17], 4, 'tanh'), 9],
      [
        { name: 'prototypical', support: 4, ways: 2 },
        mlp(2, [5], 3, 'tanh'),
        mlpProgram(2, [5], 3, 'tanh'),
        6,
      ],
      [
        { name: 'matching', support: 4, ways: 2 },
        mlp(2, [5], 3, 'tanh'),
        mlpProgram(2, [5], 3, 'tanh'),
        6,
      ],
      ...[convolutional, pooled].map((network): [Loss, Network, Program, number] => [
        { name: 'matching', support: 4, ways: 2 },
        network,
        layeredProgram(network),
        6,
      ]),
      [
        'sum-of-squares',
        { inputs: 3, layers: [dense(4), activation('relu'), dense(2)] },
        mlpProgram(3, [4], 2, 'relu'),
        5,
      ],
    ] as [Loss, Network, Program, number][])(
      'is the network of layers that it says: %s',
      async (loss, network, program, points) => {
        const asProgram = (e: Engine) => e.compileProgram(program, loss);
        const asNetwork = (e: Engine) => e.compile(network, loss);
        const targets = typeof loss === 'string' ? program.outputs : loss.ways;
        const problem = problemOf(asNetwork(reference), program.inputs, targets, points, loss, 7);
        expect(asProgram(engineOf()).layerOffsets).toEqual(asNetwork(engineOf()).layerOffsets);
        for (const tasks of [1, TASKS]) {
          for (const of of [...what, 'predict'] as const) {
            const found = await measured(engineOf(), compute(asProgram, problem, tasks)(of));
            // In double precision: two results in single precision may each be off by what is allowed.
            const expected = await measured(reference, compute(asNetwork, problem, tasks)(of));
            expect(relativeError(found, expected), `${tasks} ${of}`).toBeLessThan(tolerance);
          }
        }
      },
    );

    it('is the recurrent network that it says', async () => {
      const network = { preprocessing: 'none', hidden: [5, 4], outputScale: 1 } as const;
      const [width, steps] = [3, 4];
      const program = lstmProgram({ inputs: 1, outputs: 1, hidden: [5, 4], sequences: width });
      const random = stream(3, 'recurrent program');
      const numbers = () => Float32Array.from({ length: steps * width }, () => random.normal());
      const phi = initialiseCoordinatewise(network, random);
      const [inputs, targets] = [numbers(), numbers()];
      const ofStep = (values: Float32Array, t: number) =>
        values.subarray(t * width, (t + 1) * width);
      const asNetwork = (e: Engine): Rows => {
        const cell = e.compileCoordinatewise(network);
        let state = cell.start(width);
        const passes = Array.from({ length: steps }, (_, t) => {
          const pass = cell.step(e.rows(phi, 1), e.rows(ofStep(inputs, t), 1), state);
          state = pass.state;
          return pass;
        });
        let [dState, sum]: [Rows | null, Rows | null] = [null, null];
        for (let t = steps - 1; t >= 0; t--) {
          const error = e.addScaled(passes[t]!.output, -1, e.rows(ofStep(targets, t), 1));
          const d = e.addScaled(error, 1, error);
          ({ state: dState, parameters: sum } = passes[t]!.backward(d, dState, sum));
        }
        return sum!;
      };
      const asProgram = (e: Engine): Rows => {
        const learner = e.compileProgram(program, 'sum-of-squares');
        const data = { tasks: 1, points: steps * width, inputs, targets };
        return learner.at(e.rows(phi, 1), learner.batch(data)).gradient();
      };
      const found = await measured(engineOf(), asProgram);
      const expected = await measured(engineOf(), asNetwork);
      expect(relativeError(found, expected)).toBeLessThan(tolerance);
    });

    it('leaves nothing behind', async () => {
      const engine = engineOf();
      const { program } = whole['an LSTM of two layers, by segments']!;
      const learner = engine.compileProgram(program, 'cross-entropy');
      const { data, parameters, vector } = problemOf(learner, 3, 2, 10, 'cross-entropy', 6);
      const before = engine.memory().handles;
      const [batch, rows] = [learner.batch(data), engine.rows(parameters, TASKS)];
      const along = engine.rows(vector, TASKS);
      const made = engine.tidy(() => {
        const at = learner.at(rows, batch);
        return [at.gradient(), at.hessianVector(along), at.loss(), learner.predict(rows, batch)];
      });
      engine.release(batch, rows, along, ...made);
      expect(engine.memory().handles).toBe(before);
    });
  });
}
