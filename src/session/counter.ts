/** An experiment for the tests of what runs experiments. */

import type { Experiment, Remark } from './experiment';
import type { Turn } from './turn';

/** Counts; every meta-iteration takes `cost` milliseconds and adds a row. */
export class Counter implements Experiment {
  iteration = 0;
  rows: number[] = [];
  disposed = false;
  specs: unknown[] = [];
  constructor(
    private readonly last = Number.POSITIVE_INFINITY,
    private readonly cost = 1,
  ) {}
  get finished() {
    return this.iteration >= this.last;
  }
  get keepsake() {
    return this.iteration % 10 === 0;
  }
  async advance(_turn: Turn) {
    const until = performance.now() + this.cost;
    while (performance.now() < until);
    this.rows.push(this.iteration);
    this.iteration += 1;
  }
  takeRows() {
    const iteration = Float64Array.from(this.rows);
    this.rows = [];
    return { iteration };
  }
  takeRemarks(): Remark[] {
    return [];
  }
  async snapshot() {
    return { iteration: this.iteration };
  }
  tune(spec: unknown) {
    this.specs.push(spec);
  }
  async *answer(_kind: string, question: unknown, _turn?: Turn): AsyncGenerator<unknown, void> {
    const {
      parts,
      name,
      pauses = 0,
    } = question as {
      parts: number;
      name: string;
      pauses?: number;
    };
    for (let pause = 0; pause < pauses; pause++) yield null;
    for (let part = 1; part <= parts; part++) yield `${name} ${part}`;
  }
  memory() {
    return { handles: 0, bytes: 0, reserved: 0 };
  }
  dispose() {
    this.disposed = true;
  }
}
