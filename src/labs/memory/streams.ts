/** The streams of a run: those that contenders learn from, those that the curves are of, and those that are held out. */

import { stream } from '../../math/rng';
import type { Glyphs, Split } from '../../tasks/glyphs/glyphs';
import { type DrawnStream, drawStream } from '../../tasks/streams';
import type { MemorySpec } from './fields';
import { codeOf } from './labelling';

/** The streams of a meta-iteration, the same for every contender. */
export const trainingStreams = (
  glyphs: Glyphs,
  spec: MemorySpec,
  iteration: number,
): DrawnStream[] =>
  streamsOf(glyphs, spec, iteration, { name: 'training', split: 'train' }, spec.batch);

/** New ones at each look, of characters that nobody trains on. */
export const validationStreams = (
  glyphs: Glyphs,
  spec: MemorySpec,
  iteration: number,
  count: number,
): DrawnStream[] =>
  streamsOf(glyphs, spec, iteration, { name: 'validation', split: 'validation' }, count);

function streamsOf(
  glyphs: Glyphs,
  spec: MemorySpec,
  iteration: number,
  { name, split }: { readonly name: string; readonly split: Split },
  count: number,
): DrawnStream[] {
  const { seed, ways: characters, length, order } = spec;
  const random = stream(seed, `${name} streams`, iteration);
  const shape = { characters, length, order, code: codeOf(spec) };
  return Array.from({ length: count }, () => drawStream(glyphs, split, shape, random));
}
