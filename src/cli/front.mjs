/** Installs what is missing, then does what a command asks for. What a person can mend is said without a stack trace. */

import { ensureInstalled, saidOf } from './setup.mjs';

/** @param {readonly string[]} asked a command with its options */
export async function run(asked) {
  try {
    ensureInstalled();
    // Only now is it sure that what this imports is there.
    const { commands } = await import('./commands.mjs');
    await commands().parseAsync(asked, { from: 'user' });
  } catch (error) {
    const said = saidOf(error);
    console.error(said === null ? error : `\n${said}\n`);
    process.exit(1);
  }
}
