/** Every kind of fault again and again, several pages beside each other, and what came of it. */

import { stream } from '../../src/math/rng';
import { serve } from '../browsers/serve';
import { attempt, type Outcome } from './attempt';
import { type BrowserName, openers } from './browsers';
import { type Fault, faults } from './kinds';
import { served } from './served';

/** What `npm run faults` is asked for. */
export interface Asked {
  readonly times: number;
  readonly seed: number;
  readonly beside: number;
  readonly browser: BrowserName;
  readonly port: number;
  readonly only?: string;
}

/** @returns how many attempts failed */
export async function repeat({ times, seed, beside, browser, port, only }: Asked): Promise<number> {
  const server = await serve({ port, ...served });
  const address = server.resolvedUrls!.local[0]!;
  const tryOnce = async (name: string, fault: Fault, moment: number) => {
    const driver = await openers[browser]();
    try {
      return await attempt(driver, address, name, fault, moment);
    } finally {
      await driver.close();
    }
  };
  let failed = 0;
  try {
    for (const [name, fault] of Object.entries(faults)) {
      if (only !== undefined && name !== only) continue;
      const why = fault.impossible?.[browser];
      if (why !== undefined) {
        console.log(`${fault.what}: not in ${browser}, as ${why}`);
        continue;
      }
      // Drawn beforehand, so that they are the same however many pages there are.
      const drawn = stream(seed, `moments of ${name}`);
      const moments = Array.from({ length: times }, () => Math.round(drawn.uniform(300, 3000)));
      const outcomes: Outcome[] = [];
      const left = moments.entries();
      const work = async () => {
        for (const [i, moment] of left) {
          try {
            outcomes.push(await tryOnce(name, fault, moment));
          } catch (error) {
            failed += 1;
            const said = error instanceof Error ? error.message.split('\n')[0] : String(error);
            console.log(`${fault.what}, number ${i + 1}, ${moment} ms after Train: ${said}`);
          }
        }
      };
      await Promise.all(Array.from({ length: Math.min(beside, times) }, work));
      console.log(summary(fault, times, outcomes));
    }
  } finally {
    await server.close();
  }
  return failed;
}

function summary({ what, engine }: Fault, times: number, outcomes: readonly Outcome[]): string {
  const most = Math.max(0, ...outcomes.map(({ lost }) => lost)).toFixed(1);
  const line = `${what}: ${outcomes.length} of ${times} went on; at most ${most} s lost`;
  if (engine === undefined) return line;
  const counts = new Map<string, number>();
  for (const { engine: on } of outcomes) counts.set(on, (counts.get(on) ?? 0) + 1);
  return `${line}; on ${[...counts].map(([on, count]) => `${on} (${count})`).join(', ')}`;
}
