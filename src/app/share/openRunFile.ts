/** Opens a run that a person chose or dropped: in its lab, which may be another one than that in sight. */

import type { AnyLab } from '../../labs/kit/context';
import { inSight } from '../../labs/kit/inSight';
import { LARGEST, parseRun, RunError, type RunFile } from '../../labs/kit/runs/runFile';
import { openRun, tellUnusable } from '../../labs/kit/runs/takeRun';
import { labNames } from '../../labs/names';
import { when } from '../../session/when';

/** Milliseconds that a lab is given to come into sight. */
const PATIENCE = 60_000;

export async function openRunFile(file: Blob): Promise<void> {
  try {
    // A file that is far too long is not read.
    const run = parseRun(await file.slice(0, LARGEST + 1).text());
    await openRun(await labOf(run), run);
  } catch (error) {
    await tellUnusable(error);
  }
}

/** The lab of a run, brought into sight. @throws RunError where there is none */
async function labOf({ lab: name, address }: RunFile): Promise<AnyLab> {
  if (!labNames.some((known) => known === name)) throw new RunError({ code: 'no-lab' });
  const isIt = ({ lab }: { readonly lab: AnyLab | null }) => lab?.definition.name === name;
  if (!isIt(inSight.getState())) location.hash = `#/${name}?${address}`;
  const { lab } = await when(inSight, isIt, PATIENCE);
  return lab!;
}
