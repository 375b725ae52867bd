import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../compute/engine';
import { createSimdEngine } from '../../../compute/simd/engine';
import { undisturbed } from '../../../session/turn';
import { whole } from '../../kit/questions';
import { small } from '../contenderCase';
import { regressionExperiment } from '../experiment';
import type { RegressionSpec } from '../fields';
import { adaptingNames, type ContenderName } from '../methods';
import type { RatesAnswer } from './question';
import { bestRate, factors, hasOwnRate, type RateCurve, rates, tangentAt, wayTo } from './rates';

let engine: Engine;
beforeAll(async () => {
  engine = await createSimdEngine();
});

const support = { inputs: Float32Array.of(-3, -1, 0.5, 2), targets: Float32Array.of(1, -2, 0, 3) };
const query = { inputs: Float32Array.of(-2, 0, 1, 4), targets: Float32Array.of(0.5, 1, 2, -1) };

async function trained(change: Partial<RegressionSpec>) {
  const run = await regressionExperiment.create(engine, { ...small, ...change }, null);
  for (let i = 0; i < 60; i++) await run.advance(undisturbed);
  const ask = (contender: ContenderName) =>
    whole(run.answers.rates({ at: 'now', contender, support, query }, undisturbed));
  const at = (innerRate: number) => run.tune({ ...small, ...change, innerRate });
  return { run, ask, at };
}

describe('the loss against the rate of the inner step', () => {
  it.each([1, 2, 3, 4, 5])('has the tangent of central differences, with seed %i', async (seed) => {
    const { run, ask, at } = await trained({
      ...{ seed, activation: 'tanh', contenders: ['maml', 'joint', 'random'] },
    });
    for (const contender of ['maml', 'joint', 'random'] as const) {
      for (const rate of [0.004, 0.03, 0.2]) {
        at(rate);
        const now = await ask(contender);
        const by = 0.02 * rate;
        at(rate + by);
        const more = await ask(contender);
        at(rate - by);
        const less = await ask(contender);
        for (const of of ['one', 'many'] as const) {
          const [up, down, here] = [more[of]!, less[of]!, now[of]!];
          const difference = (up.loss - down.loss) / (2 * by);
          // Where the curve is all but flat, single precision leaves nothing of a difference.
          const flat = (1e-5 * here.loss) / by;
          expect(
            Math.abs(here.slope - difference),
            `${contender} ${rate} ${of}: ${here.slope} ${difference}`,
          ).toBeLessThan(0.01 * Math.abs(difference) + flat);
        }
      }
    }
    run.dispose();
  });

  it.each(adaptingNames)('passes through the loss of now of %s', async (name) => {
    const { run, ask } = await trained({ innerRate: 0.01 });
    const answer = await ask(name);
    expect(answer.rates).toEqual(hasOwnRate(name) ? factors : rates);
    expect(answer.rates).toContain(answer.rate);
    const there = answer.rates.indexOf(answer.rate);
    expect(answer.one!.losses[there]).toBeCloseTo(answer.one!.loss, 6);
    expect(answer.many!.losses[there]).toBeCloseTo(answer.many!.loss, 6);
    run.dispose();
  });

  it('is the loss that held-out tasks have after their first step', async () => {
    const { run, ask } = await trained({});
    const asked = run.answers.evaluate({ at: 'now', tasks: 100 }, undisturbed);
    const { curves } = await whole(asked);
    for (const name of ['maml', 'metasgd', 'anil'] as const) {
      expect((await ask(name)).many!.loss).toBeCloseTo(curves[name]!.mean[1]!, 4);
    }
    run.dispose();
  });

  it('says nothing of who takes no part', async () => {
    const { run, ask } = await trained({ contenders: ['random'] });
    expect(await ask('maml')).toMatchObject({ one: null, many: null });
    run.dispose();
  });

  it('says nothing of who takes no step', async () => {
    const { run, ask } = await trained({ contenders: ['cnp'] });
    expect(await ask('cnp')).toMatchObject({ one: null, many: null });
    run.dispose();
  });
});

describe('the best rate', () => {
  const of = (losses: readonly number[]): RateCurve => ({
    ...{ losses: Float64Array.from(losses), loss: 2, slope: -3 },
  });
  const answer = { rates: [0.1, 0.2, 0.4], rate: 0.2 } as unknown as RatesAnswer;

  it('is that of the least loss that is a number', () => {
    expect(bestRate(answer, of([3, 2, Number.NaN]))).toBe(0.2);
    expect(bestRate(answer, of([Number.NaN, Number.NaN, Number.NaN]))).toBeNull();
  });

  it('is where the rate should go, or about where it is', () => {
    expect(wayTo(answer, 0.4)).toBe('stay');
    expect(wayTo(answer, 0.8)).toBe('more');
    expect(wayTo(answer, 0.05)).toBe('less');
  });

  it('has a tangent that touches the curve at the rate of now', () => {
    const [less, here] = tangentAt(of([]), 0.2, [Math.log10(0.2) - 1e-4, Math.log10(0.2)]);
    expect(here).toBe(2);
    // −3 for each unit of α.
    expect((here! - less!) / (0.2 - 10 ** (Math.log10(0.2) - 1e-4))).toBeCloseTo(-3, 2);
  });
});
