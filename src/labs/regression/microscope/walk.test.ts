import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../compute/engine';
import { createSimdEngine } from '../../../compute/simd/engine';
import { undisturbed } from '../../../session/turn';
import { loadWords, words } from '../../../words/words';
import { picturePlane } from '../../kit/microscope/picture';
import { fitsAt, nextOf, standingAt } from '../../kit/microscope/walk';
import { whole } from '../../kit/questions';
import { small } from '../contenderCase';
import { regressionExperiment } from '../experiment';
import { adaptingNames, type ContenderName } from '../methods';
import type { Recorded } from './recorded';
import { lineWords, saidOf } from './words';

const spec = { ...small, innerSteps: 2 };
const records = new Map<ContenderName, Recorded>();
beforeAll(async () => {
  await loadWords('microscope');
  const engine: Engine = await createSimdEngine();
  const experiment = await regressionExperiment.create(engine, spec, null);
  for (let i = 0; i < 3; i++) await experiment.advance(undisturbed);
  for (const contender of adaptingNames) {
    const asked = { contender, task: 0, grid: Float32Array.of(-1, 0, 1) };
    const { recorded } = await whole(experiment.answers.trace(asked, undisturbed));
    records.set(contender, recorded!);
  }
});
const recordOf = (name: ContenderName): Recorded => records.get(name)!;

describe.each(adaptingNames)('a record of %s', (name) => {
  it('has words for each of its lines, with numbers in them', () => {
    const recorded = recordOf(name);
    for (let at = 0; at <= recorded.lines.length; at++) {
      const standing = standingAt(recorded, at);
      expect(lineWords(words(), standing.name).plain).not.toBe('');
      const said = saidOf(words(), recorded, standing, spec);
      expect(said).not.toMatch(/NaN|∞|undefined|[{}]/);
      // Every line says a number of the run.
      expect(said).toMatch(/\d/);
    }
  });

  it('is drawn within the same bounds from the first line to the last', () => {
    const recorded = recordOf(name);
    const { bounds } = picturePlane(recorded, 0, spec.innerRate);
    for (let at = 0; at <= recorded.lines.length; at++) {
      const drawn = picturePlane(recorded, at, spec.innerRate);
      expect(drawn.bounds).toEqual(bounds);
      const places = [...drawn.path, ...drawn.others, ...drawn.arrows.map(({ to }) => to)];
      for (const [x, y] of drawn.moved === null ? places : [...places, drawn.moved]) {
        expect(x).toBeGreaterThanOrEqual(bounds.left);
        expect(x).toBeLessThanOrEqual(bounds.right);
        expect(y).toBeGreaterThanOrEqual(bounds.low);
        expect(y).toBeLessThanOrEqual(bounds.high);
      }
    }
  });
});

describe('a walk through a record of MAML', () => {
  const lineNames = (recorded: Recorded) => recorded.lines.map(({ line, k }) => [line, k]);

  it('goes forth through the inner steps, back through them, and out', () => {
    expect(lineNames(recordOf('maml'))).toEqual([
      ['innerGradient', 0],
      ['innerStep', 0],
      ['innerGradient', 1],
      ['innerStep', 1],
      ['queryGradient', null],
      ['throughStep', 1],
      ['throughStep', 0],
      ['mean', null],
      ['outerStep', null],
    ]);
  });

  it('has the losses before and after each line', () => {
    const recorded = recordOf('maml');
    const [, first, , second] = recorded.lines;
    const at = (place: number) => fitsAt(recorded, standingAt(recorded, place));
    expect(at(0).fit).toBe(recorded.start);
    expect(at(1).fit).toBe(recorded.start);
    expect(standingAt(recorded, 1)).toMatchObject({ k: 0, steps: 2 });
    expect(at(2)).toEqual({ fit: first!.fit, fitBefore: recorded.start });
    expect(at(4)).toEqual({ fit: second!.fit, fitBefore: first!.fit });
    // On the way back the task stays where it came to.
    expect(at(6).fit).toBe(second!.fit);
    expect(at(9).fit).toBe(recorded.lines[8]!.fit);
    expect(standingAt(recorded, 999)).toMatchObject({ at: 9, last: 9, name: 'outerStep' });
  });

  it('finds where a line is passed next, and begins again after the last', () => {
    const recorded = recordOf('maml');
    expect(nextOf(recorded, 'innerStep', 0)).toBe(2);
    expect(nextOf(recorded, 'innerStep', 2)).toBe(4);
    expect(nextOf(recorded, 'innerStep', 4)).toBe(2);
    expect(nextOf(recorded, 'draw', 4)).toBe(0);
    expect(nextOf(recorded, 'nothing', 4)).toBe(4);
  });

  it('draws a gradient as the step that it makes', () => {
    const recorded = recordOf('maml');
    const { arrows } = picturePlane(recorded, 1, spec.innerRate);
    const { path } = picturePlane(recorded, 2, spec.innerRate);
    expect(arrows).toHaveLength(1);
    for (const axis of [0, 1] as const) {
      expect(arrows[0]!.to[axis]).toBeCloseTo(path[1]![axis], 5);
    }
  });
});
