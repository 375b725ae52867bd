/** Which version this is: of the package, and of the commit where there is one. */

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);

/** @returns {string} `0.1.0 (ebdfbf2)` */
export function version() {
  const { version: number } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  try {
    const commit = execFileSync('git', ['rev-parse', '--short=7', 'HEAD'], {
      ...{ cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    });
    return `${number} (${commit.trim()})`;
  } catch {
    // An archive without its history, or a machine without git.
    return number;
  }
}
