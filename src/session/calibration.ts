/**
 * Which engine is fastest on this device, at a lab's own work. Measured when a person asks for it, in a worker of its own
 * and never beside other work; kept in browser storage, and never in the way: whatever else is asked for ends it.
 */

import { createStore, type StoreApi } from 'zustand/vanilla';
import { type EngineName, engineNames } from '../compute/engine';
import { faultOf, load } from '../compute/fault';
import { putAway, recall } from './autosave';
import type { EngineTime, Measurer } from './measurer';

export interface CalibrationState {
  readonly status: 'none' | 'measuring' | 'done';
  readonly times: readonly EngineTime[];
}

const nothing: CalibrationState = { status: 'none', times: [] };

/** The engines from fastest to slowest; those without a measurement follow in their given order. */
export function fastestFirst(
  times: readonly EngineTime[],
  otherwise: readonly EngineName[],
): EngineName[] {
  const timed = times
    .filter(({ ms }) => ms !== null)
    .toSorted((a, b) => a.ms! - b.ms!)
    .map(({ engine }) => engine);
  return [...timed, ...otherwise.filter((name) => !timed.includes(name))];
}

export class Calibration {
  readonly store: StoreApi<CalibrationState> = createStore<CalibrationState>(() => nothing);
  /** While it measures. */
  private measurer: Measurer | null = null;
  /** The work that the store speaks of. */
  private work = '';

  constructor(
    private readonly lab: string,
    private readonly createWorker: () => Worker,
    private readonly patience?: number,
  ) {}

  /** The engines in the order of their speed as far as it is known, then `otherwise`. */
  order(otherwise: readonly EngineName[]): EngineName[] {
    const { status, times } = this.store.getState();
    return status === 'done' ? fastestFirst(times, otherwise) : [...otherwise];
  }

  /** Forgets what belongs to other work than `work`, and takes what is kept for it. */
  async recall(work: string): Promise<void> {
    if (work === this.work) return;
    this.abort();
    this.work = work;
    this.store.setState(nothing);
    const times = await recall<EngineTime[]>(this.key, this.signature(work));
    if (times !== null && work === this.work) this.store.setState({ status: 'done', times });
  }

  /**
   * Measures every engine, one after another.
   *
   * @param work what the speed depends on: results are kept for it
   * @param quiet comes when nothing else is being computed
   */
  async measure(spec: unknown, work: string, quiet: Promise<void>): Promise<void> {
    this.abort();
    this.work = work;
    const begun: CalibrationState = { status: 'measuring', times: [] };
    this.store.setState(begun, true);
    await quiet;
    // Aborted meanwhile.
    if (this.store.getState() !== begun) return;
    const measurer = await this.begin();
    if (measurer === null || this.store.getState() !== begun) return;
    this.measurer = measurer;
    for (const engine of engineNames) {
      const time = await measurer.ask(engine, spec);
      // Aborted meanwhile, or asked about other work.
      if (time === null) return;
      this.store.setState(({ times }) => ({ times: [...times, time] }));
    }
    this.dismiss();
    this.store.setState({ status: 'done' });
    await putAway(this.key, this.signature(work), this.store.getState().times);
  }

  /** Who measures; null if that could not be loaded, which is told of every engine. */
  private async begin(): Promise<Measurer | null> {
    try {
      const { Measurer } = await load(() => import('./measurer'));
      return new Measurer(this.lab, this.createWorker, this.patience);
    } catch (error) {
      const why = faultOf(error);
      const times = engineNames.map((engine) => ({ engine, ms: null, fault: why }));
      this.store.setState({ status: 'done', times });
      return null;
    }
  }

  /** Ends a measurement that is under way; what it found so far does not count. */
  abort(): void {
    this.dismiss();
    if (this.store.getState().status === 'measuring') this.store.setState(nothing);
  }

  /** Ends a measurement that disturbs; one that still waits for quiet does not. */
  interrupt(): void {
    if (this.measurer !== null) this.abort();
  }

  private get key(): string {
    return `calibration ${this.lab}`;
  }

  /** Another browser version may have other speeds. */
  private signature(work: string): string {
    return `${navigator.userAgent} ${work}`;
  }

  private dismiss(): void {
    this.measurer?.dismiss();
    this.measurer = null;
  }
}
