/** The benchmark in a browser: one contender to a page, driven from outside. */

import { engineNames } from '../../compute/engine';
import { startEngine } from '../../compute/engines';
import type { Prepare, Step } from './contender';
import { workloads } from './workloads';

async function load(contender: string): Promise<Prepare> {
  const engineName = engineNames.find((name) => name === contender);
  if (engineName !== undefined) {
    const [{ engine }, { prepareOurs }] = await Promise.all([
      startEngine([engineName]),
      import('./ours'),
    ]);
    return (workload) => prepareOurs(engine, workload);
  }
  switch (contender) {
    case 'plain-tfjs-loop':
    case 'plain-tfjs-batched': {
      // The WASM backend comes with our engine's loader; the code that is timed is TensorFlow.js alone.
      await startEngine(['tfjs-wasm']);
      const { preparePlainTfjs } = await import('./plainTfjs');
      const how = contender === 'plain-tfjs-loop' ? 'loop' : 'batched';
      return (workload) => preparePlainTfjs(how, workload);
    }
    case 'jax-js':
      return (await import('./jaxJs')).prepareJaxJs;
    default:
      throw new Error(`there is no contender ${contender}`);
  }
}

/** Groups of a turn, so that its median does not see one interruption. */
const GROUPS = 5;

let prepare: Prepare | null = null;
let step: Step | null = null;

const bench = {
  async load(contender: string): Promise<void> {
    prepare = await load(contender);
  },
  /** Prepares a workload and computes it once; null if the contender does not offer it. */
  async setUp(name: string): Promise<number[] | null> {
    const workload = workloads.find((w) => w.name === name)!;
    step = await prepare!(workload);
    return step === null ? null : Array.from(await step());
  },
  /** Milliseconds of a computation, as means of groups: a browser's clock ticks in tenths of a millisecond. */
  async run(repeats: number): Promise<number[]> {
    const size = Math.ceil(repeats / GROUPS);
    const means: number[] = [];
    for (let done = 0; done < repeats; done += size) {
      const count = Math.min(size, repeats - done);
      const start = performance.now();
      for (let i = 0; i < count; i++) await step!();
      means.push((performance.now() - start) / count);
    }
    return means;
  },
};

export type Bench = typeof bench;

Object.assign(window, { bench });
