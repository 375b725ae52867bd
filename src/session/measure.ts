/** How fast an engine is at a lab's own work. Runs in a worker of its own, beside no training. */

import type { EngineName } from '../compute/engine';
import { startEngine } from '../compute/engines';
import type { ExperimentMaker } from './experiment';
import { undisturbed } from './turn';

/** Milliseconds that a group must take to be believed: timers tick coarsely, and devices queue work. */
const BELIEVED = 120;
const MOST = 4096;

/**
 * Milliseconds per meta-iteration of the experiment on one engine. The first meta-iteration, which compiles, does
 * not count; then groups of growing size run until one takes long enough. Each ends by reading the parameters, so
 * that work queued on a device has been done.
 *
 * @throws EngineError if the engine does not start here
 */
export async function measureEngine(
  name: EngineName,
  maker: ExperimentMaker,
  spec: unknown,
): Promise<number> {
  const { engine } = await startEngine([name]);
  const experiment = await maker.create(engine, spec, null);
  try {
    await experiment.advance(undisturbed);
    await experiment.snapshot();
    for (let group = 1; ; group *= 4) {
      const start = performance.now();
      let done = 0;
      while (done < group && !experiment.finished) {
        await experiment.advance(undisturbed);
        done += 1;
      }
      await experiment.snapshot();
      const elapsed = performance.now() - start;
      if (elapsed >= BELIEVED || group >= MOST || experiment.finished) {
        return elapsed / Math.max(1, done);
      }
    }
  } finally {
    experiment.dispose();
    engine.dispose();
  }
}
