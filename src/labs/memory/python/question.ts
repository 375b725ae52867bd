/** The streams that accuracies are measured on, as they are read: what a script needs to measure them again. */

import type { Turn } from '../../../session/turn';
import type { Run } from '../answers';
import { plainCourse } from '../course';
import { heldOutCourse } from '../courses';
import type { StreamsAnswer, StreamsQuestion } from '../questions';

export async function* answerStreams(
  { iteration, spec, drawings, shape }: Pick<Run, 'iteration' | 'spec' | 'drawings' | 'shape'>,
  { characters, length, streams }: StreamsQuestion,
  turn: Turn,
): AsyncGenerator<StreamsAnswer | null, void> {
  const { features: width } = shape;
  const places = new Float32Array(streams * length);
  const labels = new Uint8Array(streams * length);
  /** By glyph and drawing, in the order in which they come. */
  const known = new Map<string, number>();
  const rows: Float32Array[] = [];
  for (let s = 0; s < streams; s++) {
    const { stream, labels: inOrder } = heldOutCourse(
      drawings.glyphs,
      spec,
      s,
      { characters, length },
      plainCourse,
    );
    const { features } = await drawings.read(stream, turn);
    for (const [t, { glyph, drawing, label }] of stream.entries()) {
      const key = `${glyph} ${drawing}`;
      const place = known.get(key) ?? rows.length;
      if (place === rows.length) {
        known.set(key, place);
        rows.push(features.slice(t * width, (t + 1) * width));
      }
      places[s * length + t] = place;
      labels[s * length + t] = inOrder.indexOf(label);
    }
    yield null;
  }
  const all = new Float32Array(rows.length * width);
  rows.forEach((row, i) => void all.set(row, i * width));
  yield { iteration, characters, length, streams, width, drawings: all, places, labels };
}
