/** One fault under a page of its own. */

import type { Driver } from '../browsers/driver';
import { Page } from '../browsers/page';
import type { Fault } from './kinds';
import { waitFor } from './patience';

const SETTINGS = 'iterations=1000000&contenders=maml,random&metaBatch=5&hidden=20';

export interface Outcome {
  /** Seconds of training that were lost. */
  readonly lost: number;
  /** The engine that the run went on with, as the page calls it. */
  readonly engine: string;
}

const RESUMED = /goes on from meta-iteration ([\d,]+)/;

const numberOf = (text: string | undefined) => Number(text?.replaceAll(',', ''));

/**
 * @param address of the page with a place for what comes before its hash
 * @param name of the fault, by which the server knows what the page begins with
 * @param moment milliseconds after the run has begun to train
 * @throws Error if the run does not go on, or something fails that nobody catches
 */
export async function attempt(
  driver: Driver,
  address: string,
  name: string,
  fault: Fault,
  moment: number,
): Promise<Outcome> {
  const page = new Page(driver, address, `&fault=${name}`);
  const [engine, label] = fault.engine ?? ['simd', 'SIMD'];
  await page.open(`#/regression?${SETTINGS}&engine=${engine}`);
  await page.click({ role: 'button', name: 'Train' });
  await waitFor('training', async () => (await page.iteration()) > 0);
  if (!(await page.status()).includes(label)) {
    throw new Error(`${label} is not to be had: ${await page.alerts()}`);
  }
  const seen: { at: number; iteration: number }[] = [];
  const look = async () => {
    const iteration = await page.iteration();
    seen.push({ at: Date.now(), iteration });
    return iteration;
  };
  const end = Date.now() + moment;
  while (Date.now() < end) {
    await look();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const before = await look();
  const struck = Date.now();
  await fault.strike(page);
  let after = before;
  if (fault.resumes) {
    await waitFor('a word of the interruption', async () => RESUMED.test(await page.alerts()));
    after = numberOf(RESUMED.exec(await page.alerts())?.[1]);
  }
  if (fault.rests) {
    // One that was not put away yet begins anew.
    await waitFor('the run being there', async () => /paused|ready/.test(await page.status()));
    after = await page.iteration();
    await page.click({ role: 'button', name: 'Train' });
  }
  // What was on its way when it was struck has come by now.
  const from = Math.max(after, before, fault.resumes || fault.rests ? 0 : await page.iteration());
  await waitFor('going on', async () => (await page.iteration()) > from + 5);
  if ((await page.text({ role: 'main' })).includes('This page could not be drawn')) {
    throw new Error('the page could not be drawn');
  }
  const errors = (await driver.errors()).filter((text) => !fault.reported?.test(text));
  if (errors.length > 0) throw new Error(`reported: ${errors[0]}`);
  const last = seen.findLast(({ iteration }) => iteration <= after);
  const lost = after >= before ? 0 : (struck - (last?.at ?? struck - moment)) / 1000;
  return { lost, engine: (await page.status()).trim().split('\n').at(-1) ?? '' };
}
