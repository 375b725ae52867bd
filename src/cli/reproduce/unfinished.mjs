/** Trainings under way, kept beside the checkpoints that will come of them: the same command goes on with them. */

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** @param {string} folder @param {string} name */
export function unfinishedFile(folder, name) {
  return path.resolve(folder, `${name}.unfinished.json`);
}

/** @param {string} folder */
export function keptIn(folder) {
  return {
    /** @param {string} name */
    read(name) {
      const file = unfinishedFile(folder, name);
      return existsSync(file) ? readFileSync(file, 'utf8') : null;
    },
    /** @param {string} name @param {string} text */
    write(name, text) {
      const file = unfinishedFile(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      // Whole or not at all.
      writeFileSync(`${file}.new`, text);
      renameSync(`${file}.new`, file);
    },
  };
}
