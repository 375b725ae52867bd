import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../compute/engine';
import { createSimdEngine } from '../../../compute/simd/engine';
import { Loop } from '../../../session/loop';
import type { Command, Event } from '../../../session/protocol';
import { undisturbed } from '../../../session/turn';
import { loadWords, words } from '../../../words/words';
import { whole } from '../../kit/questions';
import { Seeds, type SeedsPlan } from '../../kit/seeds';
import { regressionExperiment } from '../experiment';
import type { RegressionSpec } from '../fields';
import type { EvaluateAnswer, LossCurve } from '../heldOut/question';
import { presets } from '../presets';
import { overSeeds } from './summary';
import { withSeeds } from './table';

const small: RegressionSpec = {
  ...presets['sinusoid-10shot'].spec,
  ...{ hidden: [9], metaBatch: 4, testSteps: 3, iterations: 100, seed: 3 },
  // Reptile's rate falls towards the last meta-iteration, wherever one stops before.
  contenders: ['maml', 'reptile', 'random'],
  initialiser: 'fan-in-uniform',
};
const TASKS = 30;
const UNTIL = 12;

let engine: Engine;
beforeAll(async () => {
  engine = await createSimdEngine();
  await loadWords('seeds', 'contenders');
});

/** The worker's loop in this process, without a worker. */
class InProcess {
  onmessage: ((event: { data: Event }) => void) | null = null;
  private loop: Loop | null = null;
  private before = Promise.resolve();
  private early: Command[] = [];

  postMessage(command: Command): void {
    if (command.type === 'start') {
      const { runId, spec, resume } = command;
      this.loop?.stop();
      this.loop = null;
      this.before = this.before.then(async () => {
        const experiment = await regressionExperiment.create(engine, spec, resume);
        const send = (data: Event) => this.onmessage?.({ data: structuredClone(data) });
        const loop = new Loop(runId, experiment, send);
        this.loop = loop;
        send({ type: 'started', runId, engine: 'simd', skipped: [] });
        for (const waiting of this.early.splice(0)) obey(loop, waiting);
        await loop.run();
        experiment.dispose();
      });
    } else if (this.loop === null) this.early.push(command);
    else obey(this.loop, command);
  }

  terminate(): void {
    this.loop?.stop();
  }
}

function obey(loop: Loop, command: Command): void {
  if (command.type === 'train') loop.train(command.until);
  if (command.type === 'credit') loop.credit();
  if (command.type !== 'probe') return;
  loop.probe(command.probeId, command.kind, command.urgent, command.question);
}

const planOf = (seeds: readonly number[]): SeedsPlan => ({
  ...{ lab: 'regression', seeds, engines: ['simd'], until: UNTIL },
  specOf: (seed) => ({ ...small, seed }),
  ...{ kind: 'evaluate', question: { at: 'now', tasks: TASKS } },
});

describe('seeds of the regression lab', () => {
  it('have the numbers of runs of these seeds alone, stopped at the same meta-iteration', async () => {
    const seeds = new Seeds<SeedsPlan, EvaluateAnswer>({
      createWorker: () => new InProcess() as unknown as Worker,
      isWhole: ({ complete }) => complete,
    });
    seeds.begin(planOf([1, 2]));
    await expect.poll(() => seeds.store.getState().status, { timeout: 20_000 }).toBe('done');
    const state = seeds.store.getState();
    if (state.status !== 'done') throw new Error('it was done');
    for (const [i, seed] of [1, 2].entries()) {
      const alone = await regressionExperiment.create(engine, { ...small, seed }, null);
      for (let k = 0; k < UNTIL; k++) await alone.advance(undisturbed);
      const answer = await whole(alone.answers.evaluate({ at: 'now', tasks: TASKS }, undisturbed));
      alone.dispose();
      expect(answer.iteration).toBe(UNTIL);
      expect(state.answers[i]).toEqual(answer);
    }
    expect(state.answers[0]!.curves.maml!.mean).not.toEqual(state.answers[1]!.curves.maml!.mean);
  });
});

const curve = (...mean: number[]): LossCurve => ({
  mean: Float64Array.from(mean),
  ci95: Float64Array.from(mean, () => 0.1),
  median: Float64Array.from(mean, (value) => value / 2),
  ranAway: Float64Array.from(mean, () => 0),
});
const answer = (...mean: number[]): EvaluateAnswer => ({
  ...{ iteration: UNTIL, tasks: TASKS, complete: true },
  curves: { maml: curve(...mean) },
});

describe('what several seeds have in common', () => {
  const answers = [answer(4, 1), answer(2, Number.NaN), answer(6, 2)];

  it('is their mean, what lies between them, and how they scatter, after each step', () => {
    const over = overSeeds(answers, 'maml', 'mean')!;
    expect([over.mean[0], over.low[0], over.high[0], over.sd[0]]).toEqual([4, 2, 6, 2]);
    expect(overSeeds(answers, 'maml', 'median')!.mean[0]).toBe(2);
    expect(overSeeds(answers, 'reptile', 'mean')).toBeNull();
  });

  it('is not known where one of them has no mean', () => {
    const { mean, low, high, sd } = overSeeds(answers, 'maml', 'mean')!;
    expect([mean[1], low[1], high[1], sd[1]]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });

  it('stands in the table beside the run, and every seed by itself', () => {
    const table = { columns: ['k'], rows: [[0], [1]] };
    const { columns, rows } = withSeeds(words(), table, answers, 'mean');
    expect(columns).toEqual([
      'k',
      'MAML, mean: mean of seeds 1–5',
      'MAML, mean: lowest of seeds 1–5',
      'MAML, mean: highest of seeds 1–5',
      'MAML, mean: standard deviation over seeds 1–5',
      ...[1, 2, 3].map((seed) => `MAML, mean: seed ${seed}`),
    ]);
    expect(rows[0]).toEqual([0, 4, 2, 6, 2, 4, 2, 6]);
    expect(rows[1]!.slice(-3)).toEqual([1, Number.NaN, 2]);
  });
});
