/** The streams of a run: those that contenders learn from, those that the curves are of, and those that are held out. */

import { stream } from '../../math/rng';
import type { Glyphs } from '../../tasks/glyphs/glyphs';
import { type DrawnStream, drawStream } from '../../tasks/streams';
import type { MemorySpec } from './fields';
import type { StreamQuestion } from './questions';

/** The streams of a meta-iteration, the same for every contender. */
export function trainingStreams(
  glyphs: Glyphs,
  { seed, ways, length, order, batch }: MemorySpec,
  iteration: number,
): DrawnStream[] {
  const random = stream(seed, 'training streams', iteration);
  const shape = { characters: ways, length, order };
  return Array.from({ length: batch }, () => drawStream(glyphs, 'train', shape, random));
}

/** New ones at each look, of characters that nobody trains on. */
export function validationStreams(
  glyphs: Glyphs,
  { seed, ways, length, order }: MemorySpec,
  iteration: number,
  count: number,
): DrawnStream[] {
  const random = stream(seed, 'validation streams', iteration);
  const shape = { characters: ways, length, order };
  return Array.from({ length: count }, () => drawStream(glyphs, 'validation', shape, random));
}

/** The held-out stream of a number: of test characters. */
export const heldOutStream = (
  glyphs: Glyphs,
  { seed, order }: Pick<MemorySpec, 'seed' | 'order'>,
  number: number,
  { characters, length }: Pick<StreamQuestion, 'characters' | 'length'>,
): DrawnStream =>
  drawStream(
    glyphs,
    'test',
    { characters, length, order },
    stream(seed, 'held-out streams', number),
  );
