import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../compute/engine';
import { createSimdEngine } from '../../../compute/simd/engine';
import { metaIteration, traceIteration } from '../../../contenders/outerLoop';
import { type CarriedName, carried } from '../../../contenders/starts/carried';
import { firstOrderMaml } from '../../../contenders/starts/maml';
import { read, type State } from '../../../contenders/state';
import { undisturbed } from '../../../session/turn';
import { whole } from '../../kit/questions';
import { contenderCase, small } from '../contenderCase';
import { regressionExperiment } from '../experiment';
import { contenderOf } from '../registry';

let engine: Engine;
beforeAll(async () => {
  engine = await createSimdEngine();
});

/** Weights after two meta-iterations. */
async function trainedBy(contender: typeof firstOrderMaml) {
  const of = contenderCase(engine, 'maml');
  let state: State = contender.begin(engine, of.theta, {});
  for (let i = 0; i < 2; i++) {
    const source = of.source(i, (points) => of.scope.learner.batch(points));
    state = metaIteration({ ...of, contender, source }, state);
  }
  return (await read(engine, state)).weights.theta!;
}

describe('a line that was left blank', () => {
  it('is MAML with the right option, and first-order MAML with v as it is, to the bit', async () => {
    expect(carried.minus).toBe(contenderOf('maml'));
    expect(await trainedBy(carried.same)).toEqual(await trainedBy(firstOrderMaml));
  });

  it('is what each option says, of the same v and Hv', async () => {
    const of = contenderCase(engine, 'maml');
    const { rate } = of.settings.inner;
    const settings = { ...of.settings, inner: { rate, steps: 1 } };
    const found: Record<string, Float32Array> = {};
    let v: Float32Array | undefined;
    for (const name of Object.keys(carried) as CarriedName[]) {
      const contender = carried[name];
      const source = of.source(0, (points) => of.scope.learner.batch(points));
      const state = contender.begin(engine, of.theta, {});
      const { lines } = traceIteration({ ...of, settings, contender, source }, state);
      const passedBy = (line: string) =>
        engine.read(lines.find((one) => one.line.name === line)!.quantities.v!);
      v = await passedBy('queryGradient');
      found[name] = await passedBy('throughStep');
    }
    expect(found.same).toEqual(v);
    found.product!.forEach((product, i) => {
      expect(found.minus![i]! + rate * product).toBeCloseTo(v![i]!, 5);
      expect(found.plus![i]! - rate * product).toBeCloseTo(v![i]!, 5);
    });
  });

  it('is trained beside the right one, which is the run’s own MAML', async () => {
    const run = await regressionExperiment.create(engine, { ...small, contenders: ['maml'] }, null);
    const held = engine.memory().handles;
    const plus = await whole(run.answers.faded({ how: 'plus' }, undisturbed));
    expect(plus.complete).toBe(true);
    expect(plus.at).toHaveLength(plus.right.length);
    expect(plus.chosen[0]).toBe(plus.right[0]);
    expect(plus.chosen.at(-1)).not.toBe(plus.right.at(-1));
    expect(engine.memory().handles).toBe(held);
    const minus = await whole(run.answers.faded({ how: 'minus' }, undisturbed));
    expect(minus.chosen).toEqual(plus.right);
    run.dispose();
  });
});
