import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../compute/engine';
import { createSimdEngine } from '../../../compute/simd/engine';
import { undisturbed } from '../../../session/turn';
import { entryOf, moveFrom, type Place } from '../../kit/microscope/gear';
import type { Walked } from '../../kit/microscope/recorded';
import { END, type Gear, gearNames } from '../../kit/microscope/view';
import { whole } from '../../kit/questions';
import { small } from '../contenderCase';
import { regressionExperiment } from '../experiment';
import type { ContenderName } from '../methods';

const spec = { ...small, metaBatch: 3, innerSteps: 2 };
let engine: Engine;
beforeAll(async () => {
  engine = await createSimdEngine();
});

const begin = () => regressionExperiment.create(engine, spec, null);
type Running = Awaited<ReturnType<typeof begin>>;

const recordAt = async (run: Running, contender: ContenderName, task: number): Promise<Walked> => {
  const asked = { contender, task, grid: Float32Array.of(0) };
  return (await whole(run.answers.trace(asked, undisturbed))).recorded!;
};

/** One meta-iteration as it is played in a gear: where one stood on the way. */
async function played(run: Running, gear: Gear, contender: ContenderName): Promise<Place[]> {
  let recorded = await recordAt(run, contender, 0);
  let place = entryOf(gear, recorded);
  const stood = [place];
  for (;;) {
    const { to, trains } = moveFrom(gear, recorded, place);
    if (trains) break;
    place = to;
    stood.push(place);
    recorded = await recordAt(run, contender, place.focus);
  }
  await run.advance(undisturbed);
  return stood;
}

describe.each(['maml', 'reptile', 'joint'] as const)('a run of %s', (contender) => {
  it('ends in the same numbers, to the bit, in every gear and through changes of gear', async () => {
    const plain = await begin();
    for (let i = 0; i < gearNames.length; i++) await plain.advance(undisturbed);
    const wanted = await plain.snapshot();
    const orders: readonly (readonly Gear[])[] = [
      ...gearNames.map((gear) => gearNames.map(() => gear)),
      gearNames,
      gearNames.toReversed(),
    ];
    for (const order of orders) {
      const run = await begin();
      for (const gear of order) {
        if (gear === 'full') await run.advance(undisturbed);
        else await played(run, gear, contender);
      }
      expect(await run.snapshot()).toEqual(wanted);
      run.dispose();
    }
    plain.dispose();
  });
});

describe('a gear', () => {
  it('of lines stands at each of them, from before the first', async () => {
    const run = await begin();
    const { lines } = await recordAt(run, 'maml', 0);
    const stood = await played(run, 'line', 'maml');
    expect(stood.map(({ line }) => line)).toEqual([0, ...lines.map((_, i) => i + 1)]);
    run.dispose();
  });

  it('of tasks stands at what each has come to alone, and then at the end', async () => {
    const run = await begin();
    const { own, lines } = await recordAt(run, 'maml', 0);
    // All but the mean and the step of the outer loop.
    expect(own).toBe(lines.length - 2);
    const stood = await played(run, 'task', 'maml');
    expect(stood).toEqual([
      { line: own, focus: 0 },
      { line: own, focus: 1 },
      { line: own, focus: 2 },
      { line: lines.length, focus: 2 },
    ]);
    // No task has lines of its own where all are mixed.
    expect(await played(run, 'task', 'joint')).toEqual([{ line: END, focus: 0 }]);
    run.dispose();
  });

  it('of meta-iterations stands at the end of each', async () => {
    const run = await begin();
    expect(await played(run, 'iteration', 'maml')).toEqual([{ line: END, focus: 0 }]);
    run.dispose();
  });

  it('goes on from anywhere, and keeps the task from one meta-iteration to the next', async () => {
    const run = await begin();
    const recorded = await recordAt(run, 'maml', 2);
    expect(moveFrom('iteration', recorded, { line: 3, focus: 2 })).toEqual({
      ...{ to: { line: recorded.lines.length, focus: 2 }, trains: false },
    });
    expect(moveFrom('task', recorded, { line: 1, focus: 2 }).to.line).toBe(recorded.own);
    expect(moveFrom('line', recorded, { line: END, focus: 2 })).toEqual({
      ...{ to: { line: 0, focus: 2 }, trains: true },
    });
    run.dispose();
  });
});
