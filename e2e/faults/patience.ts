/** Waiting, with a limit. */

/** Milliseconds that a page may take to go on; a worker that is silent for half a minute included. */
const PATIENCE = 120_000;

/** @throws Error if it does not hold within reason */
export async function waitFor(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not within ${PATIENCE / 1000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
