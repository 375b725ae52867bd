import { describe, expect, it } from 'vitest';
import { linspace } from '../../../math/range';
import { decodeAddress, encodeAddress } from '../../../spec/address';
import type { Point } from '../../../spec/field';
import { MOST_POINTS, type RegressionSpec } from '../fields';
import { definition, gridOf, lateTask, pointsOf, type State, taskInSight } from '../lab';
import { presets } from '../presets';
import {
  drawingText,
  FARTHEST,
  LONGEST_CODE,
  type OwnTask,
  PLACES,
  pointsText,
  readOwn,
} from './code';
import { outOfRange, verdictOf } from './family';
import { held } from './held';
import { ownInSight } from './read';
import { bent, lined } from './sketch';

const { spec } = presets['sinusoid-10shot'];
const cubic = presets.cubic.spec;

function ownOf(text: string): OwnTask {
  const read = readOwn(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.own;
}

/** The text after an address with it was written and read. */
function throughAddress(own: string): string {
  const view = { ...definition.viewOf(spec), own };
  const text = encodeAddress(definition, { spec, view }).toString();
  const { address, problems } = decodeAddress(definition, new URLSearchParams(text));
  expect(problems).toEqual([]);
  return address.view.own;
}

describe('a task of one’s own as text', () => {
  it.each(['sin(2x)+x/3', '3*exp(-x^2) & x', ' abs(x) ', 'x²', 'a b,c;d'])(
    '“%s” comes through an address as it is',
    (own) => expect(throughAddress(own)).toBe(own),
  );

  it('is a formula, as it is typed', () => {
    const { kind, name, value } = ownOf('sin(2x)+x/3');
    expect({ kind, name }).toEqual({ kind: 'formula', name: 'sin(2x)+x/3' });
    expect(value(1)).toBeCloseTo(Math.sin(2) + 1 / 3, 12);
  });

  it('is a drawing', () => {
    const values = linspace([-5, 5], PLACES).map((x) => Math.sin(x));
    const text = drawingText([-5, 5], values);
    expect(text.length).toBeLessThan(LONGEST_CODE);
    const { kind, value } = ownOf(throughAddress(text));
    expect(kind).toBe('drawn');
    for (const x of gridOf(spec)) expect(Math.abs(value(x) - Math.sin(x))).toBeLessThan(0.01);
    expect(value(5.1)).toBeNaN();
  });

  it('is points, and the line through them', () => {
    const points = [
      { x: 2, y: 1 },
      { x: -1, y: -2.5 },
      { x: 2, y: 3 },
    ];
    const { kind, value, points: read } = ownOf(throughAddress(pointsText(points, 'a.csv')));
    expect({ kind, read }).toEqual({ kind: 'points', read: points });
    expect([-1, 0.5, 2].map(value)).toEqual([-2.5, -0.25, 2]);
    expect([-1.1, 2.1].map(value)).toEqual([Number.NaN, Number.NaN]);
  });

  it('is a file’s where an address would be too long', () => {
    const points = Array.from({ length: 90 }, (_, i): Point => ({ x: i / 10, y: i }));
    const text = pointsText(points, 'data: mine.csv');
    expect(text).toBe('file:data: mine.csv');
    expect(pointsText(points.toReversed(), 'data: mine.csv')).toBe('file:data: mine.csv (2)');
    expect(ownOf(throughAddress(text)).points).toHaveLength(90);
    held.clear();
    expect(readOwn(text)).toEqual({
      ok: false,
      problem: { code: 'missing', file: 'data: mine.csv' },
    });
  });

  it.each([
    ['draw:', 'drawing'],
    ['draw:-5:5:1,2,3', 'drawing'],
    [`draw:5:-5:${'0,'.repeat(PLACES).slice(0, -1)}`, 'drawing'],
    [`draw:-5:5:${'1e9,'.repeat(PLACES).slice(0, -1)}`, 'drawing'],
    [`draw:-5:5:${',0'.repeat(PLACES)}`, 'drawing'],
    ['points:', 'points'],
    ['points:1:2,3', 'points'],
    ['points:1:NaN', 'points'],
    ['file:', 'missing'],
    ['__proto__:x', 'character'],
    ['constructor', 'name'],
    ['toString:', 'name'],
  ])('%s is refused', (text, code) => {
    const read = readOwn(text);
    expect(read.ok ? null : read.problem.code).toBe(code);
  });

  it('has no value that addresses could not hold', () => {
    const { value } = ownOf('exp(x^2)');
    expect(value(3)).toBeCloseTo(Math.exp(9), 6);
    expect(value(4)).toBeNaN();
    expect(ownOf('1/x').value(0)).toBeNaN();
    expect(ownOf(`${FARTHEST} + 0x`).value(0)).toBe(FARTHEST);
  });
});

describe('a task of one’s own in sight', () => {
  const state = (own: string, of: RegressionSpec = spec) =>
    ({ running: of, view: { ...definition.viewOf(of), own } }) as State;

  it('has points where the task has them that it stands in for', () => {
    const { shown } = definition.viewOf(spec);
    const drawn = taskInSight(spec, { shown });
    const { task, points } = taskInSight(spec, { shown, own: 'x/2' });
    expect(points.map(({ x }) => x)).toEqual(drawn.points.map(({ x }) => x));
    for (const { x, y } of points) expect(y).toBeCloseTo(task.value(x), 3);
    expect(pointsOf(state('x/2'))).toBe(points);
    expect(taskInSight(spec, { shown, own: 'x/2' }).task).toBe(task);
    expect(taskInSight(spec, { shown, own: '' }).task).toBe(drawn.task);
  });

  it('has as much noise as others have', () => {
    const noisy = { ...spec, noise: 0.5, shots: 100 };
    const { points } = taskInSight(noisy, { shown: 2, own: '0x' });
    const spread = Math.sqrt(points.reduce((sum, { y }) => sum + y * y, 0) / points.length);
    expect(spread).toBeGreaterThan(0.3);
    expect(spread).toBeLessThan(0.7);
  });

  it('is adapted to on the first points of a long file', () => {
    held.set(
      'long',
      Array.from({ length: 300 }, (_, i): Point => ({ x: i / 100, y: i })),
    );
    const { points, task } = taskInSight(spec, { shown: 2, own: 'file:long' });
    expect(points).toHaveLength(MOST_POINTS);
    expect(task.value(2.5)).toBeCloseTo(250, 9);
  });

  it('has points where it has values', () => {
    const { points } = taskInSight(spec, { shown: 2, own: 'sqrt(x - 4.5)' });
    expect(points.length).toBeGreaterThan(0);
    for (const { x, y } of points) expect(y).toBeCloseTo(Math.sqrt(x - 4.5), 2);
  });

  it('is none where it has no value, or cannot be read', () => {
    for (const own of ['sqrt(-1-x^2)', 'constructor', 'file:gone']) {
      expect(lateTask.read(spec, own, 2)).toBeNull();
      const { task } = taskInSight(spec, { shown: 2, own });
      expect(task.parameters.amplitude).toBeGreaterThan(0);
    }
    const found = ownInSight(spec, 'sqrt(-1-x^2)', 2);
    expect(found.ok ? null : found.problem).toEqual({ code: 'nowhere' });
  });

  describe('has a loss', () => {
    const lossOf = (own: string) => {
      const zero = new Float32Array(gridOf(spec).length);
      return taskInSight(spec, { shown: 2, own }).lossOf!(zero);
    };

    it('over the inputs of held-out tasks where it has a value', () => {
      expect(lossOf('3')).toBeCloseTo(9, 9);
      expect(lossOf('3+0*sqrt(x)')).toBeCloseTo(9, 9);
    });

    it('of none if it has a value at fewer than half of them', () => {
      expect(lossOf('1e9*x')).toBeNull();
      expect(lossOf('3+0*sqrt(x-1)')).toBeNull();
    });

    it('at points: at those that are not adapted to, or else at all', () => {
      expect(lossOf('points:0:1,1:3')).toBeCloseTo(5, 9);
      held.set('late', [
        ...Array.from({ length: MOST_POINTS }, (): Point => ({ x: 0, y: 9 })),
        { x: 1, y: 2 },
        { x: 99, y: 7 },
      ]);
      expect(lossOf('file:late')).toBeCloseTo(4, 9);
      expect(lossOf('points:7:1,8:2')).toBeNull();
    });
  });

  it('says how high it goes', () => {
    expect(taskInSight(spec, { shown: 2, own: '4x' }).high).toBeCloseTo(20, 9);
    expect(taskInSight(spec, { shown: 2 }).high).toBeUndefined();
  });
});

describe('the training family', () => {
  const verdict = (text: string, of: RegressionSpec = spec) => verdictOf(of, ownOf(text))!;

  it('has its own waves in it', () => {
    const { code, nearest } = verdict('3sin(x-0.5)');
    expect(code).toBe('inside');
    expect(nearest.parameters.amplitude).toBeCloseTo(3, 3);
    expect(nearest.parameters.phase).toBeCloseTo(0.5, 3);
  });

  it('has no wave that is higher', () => {
    const { code, free, nearest } = verdict('7sin(x-0.5)');
    expect(code).toBe('ranges');
    expect(free.parameters.amplitude).toBeCloseTo(7, 3);
    expect(nearest.parameters.amplitude).toBeCloseTo(5, 3);
    // Two of sin² on average, nearly, over the inputs.
    const grid = linspace([-5, 5], 201);
    const off = Math.sqrt(grid.reduce((sum, x) => sum + (2 * Math.sin(x - 0.5)) ** 2, 0) / 201);
    expect(nearest.off).toBeLessThanOrEqual(off);
    expect(nearest.off).toBeCloseTo(off, 2);
  });

  it('has no wave of another phase, but those that are the same', () => {
    expect(verdict('3sin(x-4)').code).toBe('ranges');
    expect(verdict('3sin(x-0.5-2pi)').code).toBe('inside');
    expect(verdict('-3sin(x-0.5+pi)').code).toBe('inside');
  });

  it('has not what is no wave, and says by how much', () => {
    const { code, nearest } = verdict('3sin(x-0.5) + 0.4');
    expect(code).toBe('outside');
    expect(nearest.off).toBeGreaterThan(0.35);
    expect(nearest.off).toBeLessThanOrEqual(0.4);
    expect(verdict('sin(2x)').code).toBe('outside');
    expect(verdict('0x').nearest.off).toBeCloseTo(0.07, 1);
  });

  it('has no nearer member than the nearest', () => {
    const own = ownOf('sin(2x)+x/3');
    const { nearest } = verdictOf(spec, own)!;
    const grid = linspace(spec.inputRange, 201);
    for (const amplitude of linspace(spec.amplitude, 21)) {
      for (const phase of linspace(spec.phase, 61)) {
        const errors = grid.map((x) => (own.value(x) - amplitude * Math.sin(x - phase)) ** 2);
        const off = Math.sqrt(errors.reduce((sum, e) => sum + e, 0) / errors.length);
        expect(nearest.off).toBeLessThanOrEqual(off + 1e-9);
      }
    }
  });

  it('of cubics has cubics in their ranges', () => {
    expect(cubic.a).toEqual([-0.5, 0.5]);
    expect(verdict('0.2x^3 - 0.1x^2 + 0.5x - 0.3', cubic).code).toBe('inside');
    const { code, free, nearest } = verdict('0.9x^3', cubic);
    expect(code).toBe('ranges');
    expect(free.parameters.a).toBeCloseTo(0.9, 5);
    expect(nearest.parameters.a).toBeCloseTo(0.5, 2);
    expect(verdict('abs(x)', cubic).code).toBe('outside');
  });

  it('is told by the size of a curve', () => {
    // Less high than the eye tells from nothing, and yet no wave of the family's speed.
    const low = { ...spec, amplitude: [0.001, 5] } as const;
    expect(verdict('0.01*sin(3x)', low).code).toBe('outside');
    expect(verdict('0.1*sin(x-0.5)').code).toBe('inside');
    expect(verdict('900x^3', { ...cubic, a: [-1000, 1000] }).code).toBe('inside');
  });

  it('is told from most of its inputs, or not at all', () => {
    const { code, share } = verdict('1e9*x');
    expect(code).toBe('few');
    expect(share).toBeLessThan(0.02);
    expect(verdict('sqrt(x-4.5)').code).toBe('few');
    const most = verdict('3sin(x-0.5)+0*sqrt(x+4)');
    expect(most.code).toBe('inside');
    expect(most.share).toBeCloseTo(0.9, 2);
  });

  it('names only what its ranges do not reach', () => {
    const out = (text: string, of: RegressionSpec = spec) =>
      Object.keys(outOfRange(of, verdict(text, of).free));
    expect(out('7sin(x)')).toEqual(['amplitude']);
    expect(out('7sin(x-2pi)')).toEqual(['amplitude']);
    expect(out('3sin(x-4)')).toEqual(['phase']);
    expect(out('7sin(x-4)')).toEqual(['amplitude', 'phase']);
    expect(out('0.9x^3+0.1x', cubic)).toEqual(['a']);
  });

  it('is told of points beyond its inputs', () => {
    const { beyond, of } = verdict('points:-7:1,0:2,1:2,9:0');
    expect({ beyond, of }).toEqual({ beyond: 2, of: 4 });
    expect(verdictOf(spec, ownOf('points:7:1,8:2'))).toBeNull();
    expect(verdictOf(spec, ownOf('sqrt(x-6)'))).toBeNull();
  });
});

describe('a drawing', () => {
  const flat = Array.from({ length: 7 }, () => 0);

  it('goes straight from place to place, whichever way', () => {
    expect(lined(flat, [1, 1], [4, 4])).toEqual([0, 1, 2, 3, 4, 0, 0]);
    expect(lined(flat, [4, 4], [1, 1])).toEqual([0, 1, 2, 3, 4, 0, 0]);
    expect(lined(flat, [3, 9], [3, 2])).toEqual([0, 0, 0, 2, 0, 0, 0]);
    expect(lined(flat, [0.5, 1], [2.5, 5])).toEqual([0, 2, 4, 0, 0, 0, 0]);
    expect(lined(flat, [0.5, 1], [0.7, 5])).toEqual(flat);
  });

  it('is bent most at its place', () => {
    const values = bent(flat, 3, 1);
    expect(values[3]).toBe(1);
    expect(values[2]).toBeCloseTo(values[4]!, 12);
    expect(values[0]!).toBeLessThan(values[2]!);
  });
});
