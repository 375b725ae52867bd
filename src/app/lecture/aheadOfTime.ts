/**
 * Trains ahead what scenes need, out of sight: one run at a time, never while the run in sight trains, and never beside one
 * that a person watches at the root. What is there is laid where scenes take it, and kept in this browser.
 */

import { createStore } from 'zustand/vanilla';
import type { AnyLab } from '../../labs/kit/context';
import { inSight } from '../../labs/kit/inSight';
import {
  aheadKey,
  isAhead,
  keepAhead,
  layAhead,
  nearestAhead,
  type Put,
} from '../../labs/kit/story/ahead';
import { madeBy } from '../../labs/kit/story/made';
import type { Scened } from '../../labs/kit/story/scenes';
import { openings } from '../../labs/openings';
import { forgetAll, namesFrom, putAway, recall } from '../../session/autosave';
import type { Need } from './needs';

type Hidden = AnyLab & Scened;

export type Job = Need & {
  readonly key: string;
  /** Of all scenes that need it. */
  readonly addresses: readonly string[];
  readonly state: 'waits' | 'trains' | 'ready' | 'failed';
};

interface Ahead {
  readonly jobs: readonly Job[];
  /** The meta-iteration of the one that trains. */
  readonly at: number;
  /** Whether it rests, as the run in sight trains. */
  readonly rests: boolean;
  readonly stopped: boolean;
}

export const ahead = createStore<Ahead>(() => ({
  jobs: [],
  at: 0,
  rests: false,
  stopped: false,
}));

/** Where runs lie in storage that are trained ahead, and how many of them. */
const PLACE = 'ahead ';
const MOST_KEPT = 24;

export const letTrain = (on: boolean): void => ahead.setState({ stopped: !on });

function setJob(key: string, state: Job['state']): void {
  ahead.setState(({ jobs }) => ({
    jobs: jobs.map((job) => (job.key === key ? { ...job, state } : job)),
  }));
}

/** Whether a person has a run of their own under way: in the lab in sight, or at the root. */
function isTaken(): boolean {
  const { lab } = inSight.getState();
  if (lab === null) return !/^#\/\w/.test(location.hash);
  return lab.run.store.getState().phase === 'training';
}

/** Tells whenever it may have changed. */
function onSight(tell: () => void, signal: AbortSignal): void {
  let leave = () => {};
  const follow = () => {
    leave();
    leave = inSight.getState().lab?.run.store.subscribe(tell) ?? (() => {});
    tell();
  };
  const unsubscribe = inSight.subscribe(follow);
  for (const kind of ['hashchange', 'popstate']) addEventListener(kind, tell, { signal });
  signal.addEventListener('abort', () => {
    unsubscribe();
    leave();
  });
  follow();
}

/** Trains what these need, until it is aborted. */
export async function trainAhead(
  needs: readonly Need[],
  createWorker: () => Worker,
  signal: AbortSignal,
): Promise<void> {
  const jobs = new Map<string, Job>();
  for (const need of needs) {
    const read = await openings[need.lab].read(new URLSearchParams(need.address));
    if (signal.aborted) return;
    const key = aheadKey(need.lab, madeBy(read, read.spec), need.until);
    const { addresses, ...first } = jobs.get(key) ?? { ...need, addresses: [] };
    const state = isAhead(key) ? 'ready' : 'waits';
    jobs.set(key, { ...first, key, state, addresses: [...addresses, need.address] });
  }
  ahead.setState({ jobs: [...jobs.values()], at: 0, rests: false });
  keepAhead(jobs);
  for (const { key, state } of jobs.values()) {
    const kept = state === 'ready' ? null : await recall<Put>(PLACE + key, key);
    if (signal.aborted) return;
    if (kept === null) continue;
    layAhead(key, kept);
    setJob(key, 'ready');
  }
  // What is needed soonest of a run is on the way to what is needed later.
  for (const job of ahead.getState().jobs.filter(({ state }) => state !== 'ready')) {
    const put = await trained(job, createWorker, signal);
    if (signal.aborted) return;
    if (put === null) setJob(job.key, 'failed');
    else {
      layAhead(job.key, put);
      setJob(job.key, 'ready');
      await putAway(PLACE + job.key, job.key, put);
    }
  }
  await tidy(jobs);
}

/** One run, to its meta-iteration; null if it cannot be trained. */
async function trained(
  job: Job,
  createWorker: () => Worker,
  signal: AbortSignal,
): Promise<Put | null> {
  const params = new URLSearchParams(job.address);
  // Who teaches and what is in sight are nothing to it, and it leaves cores to the run in sight.
  for (const name of ['lesson', 'story', 'drawings']) params.delete(name);
  params.set('workers', '1');
  const lab = (await openings[job.lab].open(params, createWorker, PLACE + job.lab)) as Hidden;
  if (signal.aborted) {
    lab.dispose();
    return null;
  }
  const ending = new AbortController();
  const done = new Promise<Put | null>((resolve) => {
    signal.addEventListener('abort', () => resolve(null), { signal: ending.signal });
    let trains = false;
    const drive = () => {
      const { phase, iteration } = lab.run.store.getState();
      ahead.setState({ at: iteration });
      if (phase === 'failed') resolve(null);
      const isThere = iteration >= job.until && phase !== 'starting' && phase !== 'training';
      if (isThere || phase === 'finished') {
        const put = lab.put();
        // The snapshot of where it rests comes with the answer that it rests.
        if (put !== null && put.run.resume.iteration === iteration) resolve(put);
        return;
      }
      const taken = isTaken();
      const mayTrain = !taken && !ahead.getState().stopped;
      ahead.setState({ rests: taken });
      if (mayTrain === trains) return;
      trains = mayTrain;
      if (mayTrain) lab.train(job.until);
      else lab.pause();
    };
    const unsubscribe = [lab.run.store.subscribe(drive), ahead.subscribe(onStop)];
    function onStop(now: Ahead, before: Ahead) {
      if (now.stopped !== before.stopped) drive();
    }
    ending.signal.addEventListener('abort', () => {
      for (const leave of unsubscribe) leave();
    });
    const begin = async () => {
      await lab.open();
      if (ending.signal.aborted) return;
      const { spec, view } = lab.store.getState();
      const from = nearestAhead(job.lab, madeBy(lab.definition, spec), job.until);
      const at = lab.run.store.getState().iteration;
      // What lies in storage of it may have gone farther.
      if (at > job.until || (from?.run.resume.iteration ?? 0) > at) lab.takeUp(spec, view, from);
      onSight(drive, ending.signal);
    };
    setJob(job.key, 'trains');
    begin().catch(() => resolve(null));
  });
  const put = await done;
  ending.abort();
  lab.dispose();
  return put;
}

/** What other lectures needed is kept while there is not much of it. */
async function tidy(jobs: ReadonlyMap<string, Job>): Promise<void> {
  const all = await namesFrom(PLACE);
  const others = all.filter((name) => !jobs.has(name.slice(PLACE.length)));
  if (all.length > MOST_KEPT) await forgetAll(others);
}
