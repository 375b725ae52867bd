/** The worker: one engine, one run at a time. Which experiments there are it is told. */

import { engines } from '../compute/catalogue';
import { type Engine, EngineError, type EngineName, type Skipped } from '../compute/engine';
import { startEngine } from '../compute/engines';
import { type Fault, FaultError, fault, faultOf, load as loadPart } from '../compute/fault';
import type { Crew, SharedRun } from './crew';
import type { ExperimentMaker } from './experiment';
import { Hand } from './hand';
import { Loop } from './loop';
import { type Command, type Event, type FailureCode, transferables } from './protocol';
import { randomName } from './randomName';

/** The experiments by the names of their labs. Each is loaded only when it is run. */
export type Experiments = Readonly<Record<string, () => Promise<ExperimentMaker>>>;

type Start = Extract<Command, { type: 'start' }>;
type Measure = Extract<Command, { type: 'measure' }>;

let started: { engine: Engine; name: EngineName; skipped: Skipped[]; wanted: string } | null = null;
let current: { runId: number; loop: Loop | SharedRun } | null = null;
/** The workers that share runs with this one, once there are any. */
let crew: Crew | null = null;
/** Commands for a run that is still being set up. */
let early: { runId: number; commands: Command[] } | null = null;
/** The run that was asked for last: those before it that are still being set up need not begin. */
let latest = 0;
/** Runs follow one another, so that no two share the engine. */
let previous: Promise<void> = Promise.resolve();

/** The worker that had the page hire it, where it does not work for the page itself. */
let master: MessagePort | null = null;
/** What it hired, by name. */
const hands = new Map<number, Hand>();
let hired = 0;

const send = (event: Event): void => {
  // Answers are copied: what an experiment hands over it may go on filling.
  const transfer = event.type === 'answer' ? [] : transferables(event);
  (master ?? globalThis).postMessage(event, { transfer });
};

function hire(): Hand {
  const name = hired;
  hired += 1;
  const hand = new Hand(name, (event) => {
    if (event.type === 'dismiss') hands.delete(name);
    send(event);
  });
  hands.set(name, hand);
  return hand;
}

/** Graphics devices fail in many ways, memory above all, that another engine may not have. */
const onGraphics = (): boolean => started !== null && engines[started.name].graphics;

/** A page of another version may ask for a lab that this worker does not have. */
class UnknownLab extends FaultError {}

function makerOf(experiments: Experiments, lab: string): Promise<ExperimentMaker> {
  const load = Object.hasOwn(experiments, lab) ? experiments[lab] : undefined;
  if (load !== undefined) return loadPart(load);
  const labs = Object.keys(experiments).join(', ');
  throw new UnknownLab(fault('lab-unknown', { lab, labs }));
}

function codeOf(error: unknown): FailureCode {
  if (error instanceof UnknownLab) return 'lab-unknown';
  if (isMissing(faultOf(error))) return 'not-loaded';
  if (error instanceof EngineError && error.reason === 'missing') return 'engine-missing';
  return error instanceof EngineError || onGraphics() ? 'engine-lost' : 'crashed';
}

/** Whether nothing stood in the way but that a part of the page could not be loaded. */
const isMissing = ({ code, tried }: Fault): boolean =>
  code === 'not-loaded' || (tried?.some(({ fault: why }) => isMissing(why)) ?? false);

function fail(runId: number, error: unknown): void {
  send({ type: 'failed', runId, code: codeOf(error), fault: faultOf(error) });
}

async function engineFor(engines: Start['engines']): Promise<NonNullable<typeof started>> {
  const wanted = engines.join();
  if (started?.wanted !== wanted) {
    started?.engine.dispose();
    started = { ...(await startEngine(engines)), wanted };
  }
  return started;
}

async function run(command: Start, experiments: Experiments): Promise<void> {
  const { runId, lab, spec, resume, bound } = command;
  try {
    // Before the engine, which an unknown lab needs not wait for; loading goes on beside its start.
    const loading = makerOf(experiments, lab);
    if (await isShared(command, loading)) return;
    const [{ engine, name, skipped }, maker] = await Promise.all([
      engineFor(command.engines),
      loading,
    ]);
    const experiment = await maker.create(engine, spec, resume);
    if (runId !== latest) {
      experiment.dispose();
      send({ type: 'ended', runId, reason: 'stopped' });
      return;
    }
    const isEngines = (error: unknown) => error instanceof EngineError || onGraphics();
    const loop = new Loop(runId, experiment, send, isEngines, bound);
    send({ type: 'started', runId, engine: name, skipped });
    take(runId, loop);
    try {
      await loop.run();
    } finally {
      experiment.dispose();
    }
  } catch (error) {
    fail(runId, error);
  } finally {
    if (current?.runId === runId) current = null;
  }
}

/** A run has begun: what was said to it meanwhile is obeyed. */
function take(runId: number, loop: Loop | SharedRun): void {
  current = { runId, loop };
  // Commands of a run that was asked for since are not this one's.
  if (early?.runId !== runId) return;
  for (const waiting of early.commands) obey(loop, waiting);
  early = null;
}

/** Shares a run out over more workers than this one, where it can be, and says whether it has. */
async function isShared(command: Start, loading: Promise<ExperimentMaker>): Promise<boolean> {
  const { runId, lab, spec, engines, resume, workers = 1 } = command;
  const division = workers > 1 ? ((await loading).divide?.(spec, workers) ?? null) : null;
  if (division === null) {
    // They would keep their engines for nothing.
    crew?.dispose();
    return false;
  }
  const { Crew } = await loadPart(() => import('./crew'));
  if (runId !== latest) {
    send({ type: 'ended', runId, reason: 'stopped' });
    return true;
  }
  crew ??= new Crew({ createWorker: hire });
  const shared = crew.begin({ runId, lab, spec, engines, resume, division }, send);
  take(runId, shared);
  if ((await shared.run()) === 'over') return true;
  // Nobody is there to share with: it is done here, from where it was to begin.
  crew.dispose();
  current = null;
  early = { runId, commands: [...shared.commands] };
  return false;
}

async function measure({ lab, spec, engine }: Measure, experiments: Experiments): Promise<void> {
  let ms: number | null = null;
  let why: Fault | null = null;
  try {
    const maker = await makerOf(experiments, lab);
    const { measureEngine } = await loadPart(() => import('./measure'));
    ms = await measureEngine(engine, maker, spec);
  } catch (error) {
    why = faultOf(error);
  }
  send({ type: 'measured', engine, ms, fault: why });
}

function obey(loop: Loop | SharedRun, command: Command): void {
  switch (command.type) {
    case 'train':
      loop.train(command.until, command.call);
      break;
    case 'pause':
      loop.pause();
      break;
    case 'step':
      loop.step(command.call);
      break;
    case 'stop':
      loop.stop();
      break;
    case 'tune':
      loop.tune(command.spec, command.at);
      break;
    case 'probe': {
      const { probeId, kind, urgent, question, at } = command;
      loop.probe(probeId, kind, urgent, question, at);
      break;
    }
    case 'bound':
      if (loop instanceof Loop) loop.letOn(command.to);
      break;
    case 'photograph':
      if (loop instanceof Loop) loop.photograph(command.at);
      break;
    case 'credit':
      loop.credit();
      break;
    case 'start':
    case 'ping':
    case 'measure':
    case 'serve':
    case 'fallen':
      break;
    default:
      command satisfies never;
  }
}

/** Tells the page how to see that this worker is no more: one that computes is silent, too, but holds its lock. */
async function hold(): Promise<void> {
  // Pages that were not sent safely have no locks: there, long silence has to do.
  if (!('locks' in navigator)) return;
  const lock = `worker ${randomName()}`;
  try {
    await navigator.locks.request(lock, () => {
      send({ type: 'alive', lock });
      return new Promise<never>(() => {});
    });
  } catch {
    // A frame without an origin has none either.
  }
}

/** Listens to the page from now on, or to the worker that the page has hired it for. */
export function serve(experiments: Experiments): void {
  const hear = ({ data: command }: MessageEvent<Command>): void => {
    switch (command.type) {
      case 'serve':
        master = command.port;
        command.port.onmessage = hear;
        void hold();
        return;
      case 'fallen':
        hands.get(command.hand)?.fell(command.message);
        return;
      case 'ping':
        send({ type: 'pong' });
        return;
      case 'start':
        latest = command.runId;
        current?.loop.stop();
        early = { runId: command.runId, commands: [] };
        previous = previous.then(() => run(command, experiments));
        return;
      case 'measure':
        previous = previous.then(() => measure(command, experiments));
        return;
      default:
        if (current?.runId === command.runId) obey(current.loop, command);
        else if (early?.runId === command.runId) early.commands.push(command);
    }
  };
  void hold();
  addEventListener('message', hear);
}
