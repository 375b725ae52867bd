import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startEngine } from '../../../compute/engines';
import { mean } from '../../../math/statistics';
import { FakeWorker } from '../../../session/fakeWorker';
import { undisturbed } from '../../../session/turn';
import { whole } from '../../kit/questions';
import { lossOnTask } from '../adaptation/adaptation';
import type { AdaptQuestion } from '../adaptation/question';
import { regressionExperiment } from '../experiment';
import { adaptTo, taskInSight } from '../lab';
import { fileOf, parseStart, shippedNames, snapshotOf } from '../shipped';
import { Opening, spec, tellingAfter } from './opening';

const shipped = (file: string) =>
  readFileSync(new URL(`../../../../public/${file}`, import.meta.url), 'utf8');

let worker: FakeWorker;
let opening: Opening;
beforeEach(() => {
  vi.stubGlobal('fetch', async (file: string) => new Response(shipped(file.replace(/^\//, ''))));
  opening = new Opening(() => {
    worker = new FakeWorker();
    return worker as unknown as Worker;
  });
});
afterEach(() => {
  opening.dispose();
  vi.unstubAllGlobals();
});

/** The worker has begun, and answers what it was asked last. */
function answer(): AdaptQuestion {
  const { runId } = worker;
  const { probeId, question } = worker.told('probe').at(-1)!;
  const predictions = { maml: new Float32Array(11 * 121), joint: new Float32Array(11 * 121) };
  const told = { iteration: 0, predictions };
  worker.say({ type: 'answer', runId, probeId, kind: 'adapt', answer: told });
  return question as AdaptQuestion;
}

describe('the opening', () => {
  it('starts from what is shipped, before any step, and says how that was made', async () => {
    await opening.open();
    expect(worker.told('start')[0]).toMatchObject({
      lab: 'regression',
      resume: { iteration: 0, contenders: [{ name: 'maml' }, { name: 'joint' }] },
    });
    expect(worker.told('train')).toEqual([]);
    expect(answer().inputs).toHaveLength(10);
    expect(opening.store.getState()).toMatchObject({
      ...{ starts: 'shipped', step: 0 },
      made: { iteration: 70_000, command: 'npm run reproduce -- sinusoid-10shot --seed 1' },
    });
    expect(opening.store.getState().adaptation).not.toBeNull();
  });

  it('asks anew about points that are moved, and about another wave', async () => {
    await opening.open();
    answer();
    opening.move(opening.points.map((p, i) => (i === 0 ? { ...p, y: 5 } : p)));
    expect(answer().targets[0]).toBe(5);
    opening.newWave();
    const { shown, moved } = opening.store.getState();
    expect(moved).toBeNull();
    expect(answer().targets[0]).toBe(Math.fround(taskInSight(spec, { shown }).points[0]!.y));
  });

  it('trains where the trained starts are out of reach, and says so', async () => {
    vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
    await opening.open();
    expect(worker.told('start')[0]!.resume).toBeNull();
    expect(worker.told('train')).toHaveLength(1);
    expect(opening.store.getState()).toMatchObject({ starts: 'out-of-reach', step: 1 });
  });

  it('trains from the beginning when a person wants to see it, and goes back', async () => {
    await opening.open();
    opening.watch();
    expect(worker.told('start').at(-1)!.resume).toBeNull();
    expect(worker.told('train')).toHaveLength(1);
    expect(opening.store.getState().starts).toBe('live');
    await opening.open();
    expect(worker.told('start').at(-1)!.resume).not.toBeNull();
    expect(opening.store.getState().starts).toBe('shipped');
  });
});

describe('the waves of the opening', () => {
  it('show the point, each of them: one step is enough for one start, and not for the other', async () => {
    const { engine } = await startEngine(['simd']);
    const starts = Object.fromEntries(
      shippedNames.map((name) => [
        name,
        parseStart(shipped(`checkpoints/${fileOf(name)}.json`)).theta,
      ]),
    );
    const experiment = await regressionExperiment.create(engine, spec, snapshotOf(starts));
    const off: Record<string, number[]> = { maml: [], joint: [], before: [] };
    let shown = 0;
    for (let i = 0; i < 20; i++) {
      shown = tellingAfter(shown);
      const question = adaptTo('now', taskInSight(spec, { shown }).points, spec);
      const adaptation = await whole(experiment.answers.adapt(question, undisturbed));
      const offBy = (name: 'maml' | 'joint', step: number) =>
        Math.sqrt(lossOnTask({ adaptation, spec, shown, step }, name)!);
      off.maml!.push(offBy('maml', 1));
      off.joint!.push(offBy('joint', 1));
      off.before!.push(offBy('maml', 0) / offBy('joint', 0));
    }
    const left = off.maml!.map((maml, i) => maml / off.joint![i]!);
    expect(Math.max(...left)).toBeLessThan(0.6);
    expect(mean(left)).toBeLessThan(0.35);
    expect(Math.min(...off.joint!)).toBeGreaterThan(1.2);
    // Before the step neither is ahead.
    expect(Math.max(...off.before!)).toBeLessThan(1.15);
    expect(Math.min(...off.before!)).toBeGreaterThan(0.85);
    experiment.dispose();
    engine.dispose();
  });
});

describe('a file of a trained start', () => {
  const good = JSON.parse(shipped('checkpoints/sinusoid-maml.json')) as Record<string, unknown>;
  const error = (file: object) => {
    try {
      parseStart(JSON.stringify(file));
      return null;
    } catch (e) {
      return (e as { fault: { code: string } }).fault.code;
    }
  };
  it('is read, or refused with the reason', () => {
    expect(error(good)).toBeNull();
    expect(error({ ...good, format: 'bread' })).toBe('other-format');
    expect(error({ ...good, method: 'bread' })).toBe('bad-field');
    expect(error({ ...good, theta: 'AAAA' })).toBe('other-length');
    expect(error({ ...good, theta: '%%%' })).toBe('not-base64');
  });
});
