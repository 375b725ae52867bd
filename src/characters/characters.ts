/** The characters that a run is about: what a person brought, else what the host serves, else procedural ones. */

import { type Glyphs, splitCounts } from '../tasks/glyphs/glyphs';
import { decodePack } from '../tasks/glyphs/pack';
import { proceduralGlyphs } from '../tasks/glyphs/procedural';
import { servedPack } from './served';
import { storedPack } from './shelf';

/**
 * Whether there are enough characters to test and to validate with.
 *
 * @param least characters that each split must have: as many as a task can have classes
 */
export function areEnough(glyphs: Glyphs, least: number): boolean {
  const { validation, test } = splitCounts(glyphs);
  return Math.min(validation, test) >= least;
}

/**
 * Loads characters in a worker. Omniglot that is nowhere, damaged or too little gives way to procedural characters.
 *
 * @param least characters that a split must have
 */
export async function loadCharacters(wanted: Glyphs['source'], least: number): Promise<Glyphs> {
  if (wanted === 'omniglot') {
    for (const find of [storedPack, servedPack]) {
      const bytes = await find();
      if (bytes === null) continue;
      try {
        const glyphs = decodePack(bytes);
        if (areEnough(glyphs, least)) return glyphs;
      } catch {
        // Damaged, or no pack: the next source is tried.
      }
    }
  }
  return proceduralGlyphs();
}
