/** A stream with a person's drawings in the place of its own: of characters that are theirs, one for each label. */

import { render } from '../../tasks/glyphs/strokes';
import type { CourseStep } from './courses';
import type { OwnDrawing } from './questions';

/** Ink of their drawings, by place. */
export type Inked = ReadonlyMap<number, Float32Array>;

/** As drawings of the dataset are: in the middle, of the usual size. */
export const inked = (drawn: readonly OwnDrawing[]): Inked =>
  new Map(drawn.map(({ at, strokes }) => [at, render(strokes, { centre: true })]));

/** @param labels of the stream's characters: a person's own come after these @param moves the place at which labels move, or 0 */
export function drawnInto(
  stream: readonly CourseStep[],
  drawn: readonly OwnDrawing[],
  labels: readonly number[],
  moves: number,
): readonly CourseStep[] {
  if (drawn.length === 0) return stream;
  const own = new Map(drawn.map((one) => [one.at, one]));
  const [seen, since] = [new Map<number, number>(), new Map<number, number>()];
  const next = (counts: Map<number, number>, character: number): number => {
    const count = (counts.get(character) ?? 0) + 1;
    counts.set(character, count);
    return count;
  };
  return stream.map((step, t) => {
    const mine = own.get(t);
    const character = mine === undefined ? step.character : labels.length + mine.label;
    const instance = next(seen, character);
    const sighting = moves === 0 ? instance : t < moves ? 0 : next(since, character);
    const here = { ...step, character, instance, sighting };
    return mine === undefined ? here : { ...here, label: labels[mine.label]!, old: null };
  });
}
