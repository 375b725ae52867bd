/** A worker that is asked how fast engines are, one after another; loaded when somebody asks. */

import type { EngineName } from '../compute/engine';
import { type Fault, fault } from '../compute/fault';
import type { Command, Event, Measurement } from './protocol';

export type EngineTime = Pick<Measurement, 'engine' | 'ms' | 'fault'>;

/** An engine that has said nothing for so long is of no use, whatever it is doing. */
const PATIENCE = 20_000;

export class Measurer {
  private worker: Worker | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private settle: (time: EngineTime | null) => void = () => {};

  constructor(
    private readonly lab: string,
    private readonly createWorker: () => Worker,
    private readonly patience = PATIENCE,
  ) {}

  /** The time of an engine at a lab's work, or why it has none; null when it was ended. */
  ask(engine: EngineName, spec: unknown): Promise<EngineTime | null> {
    return new Promise((resolve) => this.put(engine, spec, resolve));
  }

  private put(engine: EngineName, spec: unknown, resolve: Measurer['settle']): void {
    this.settle = resolve;
    const fail = (why: Fault) => {
      this.worker?.terminate();
      this.worker = null;
      resolve({ engine, ms: null, fault: why });
    };
    try {
      this.worker ??= this.createWorker();
    } catch {
      fail(fault('worker-forbidden'));
      return;
    }
    this.worker.onmessage = ({ data }: MessageEvent<Event>) => {
      if (data.type === 'measured' && data.engine === engine) resolve(data);
    };
    this.worker.onerror = (event) => {
      event.preventDefault();
      fail(
        event.message === '' ? fault('worker-stopped') : fault('other', { text: event.message }),
      );
    };
    clearTimeout(this.timer);
    this.timer = setTimeout(
      () => fail(fault('no-answer', { seconds: this.patience / 1000 })),
      this.patience,
    );
    this.worker.postMessage({ type: 'measure', lab: this.lab, spec, engine } satisfies Command);
  }

  /** Ends the question that is under way, without an answer. */
  dismiss(): void {
    clearTimeout(this.timer);
    this.worker?.terminate();
    this.worker = null;
    this.settle(null);
    this.settle = () => {};
  }
}
