/** A meta-iteration walked by the code that trains, and one of its streams as the same weights read it, line by line. */

import type { Rows } from '../../../compute/engine';
import { traceIteration } from '../../../contenders/outerLoop';
import { copyWeights, release, type State } from '../../../contenders/state';
import { mean } from '../../../math/statistics';
import { keeper, seenIn } from '../../kit/microscope/seen';
import { codeOf } from '../labelling';
import type { ReaderName } from '../methods';
import { closelyOf } from '../reading';
import { heldIn } from '../within';
import { stepLines, streamLoss } from './lines';
import type { Next, Traced } from './looked';
import type { Part, Recorded } from './recorded';

/** @param stream the one in focus; beyond the last, the last */
export async function recordOf(
  { engine, spec, shape, drawings }: Pick<Traced, 'engine' | 'spec' | 'shape' | 'drawings'>,
  reader: ReaderName,
  { made, state, streams, read, points }: Next,
  stream: number,
): Promise<Recorded> {
  const { learner } = made.scope;
  const focus = Math.min(stream, streams.length - 1);
  // The run may go on while this is read.
  const before = copyWeights(engine, state);
  let after: State | null = null;
  try {
    const { kept } = keeper(engine, streams.length, focus);
    const walk = traceIteration(made, state, kept);
    after = copyWeights(engine, walk.result);
    // What did not move is the run's own.
    release(engine, walk.result, state);
    const theta = await engine.read(before.weights.theta!);
    const outer = await seenIn(engine, walk, theta, focus);
    const batch = made.source.batch(points);
    const lossesAt = async (weights: Rows): Promise<Float32Array> => {
      const losses = engine.tidy(() => learner.at(weights, batch).loss());
      try {
        return await engine.read(losses);
      } finally {
        engine.release(losses);
      }
    };
    const losses = await lossesAt(before.weights.theta!);
    const losesThen = await lossesAt(after.weights.theta!);
    const [code, width] = [codeOf(spec), shape.features];
    const asked = { engine, name: reader, spec, width, code, theta: before.weights.theta! };
    const closely = await closelyOf(asked, read[focus]!);
    const drawn = streams[focus]!;
    const names = stepLines(reader, spec).map(({ name }) => name);
    const steps = drawn.flatMap((_, k) => names.map((line) => ({ line, k, seen: {} })));
    const lines = [...steps, { line: streamLoss.name, k: null, seen: {} }];
    const { parts, probabilities } = closely;
    return {
      ...{ task: focus, tasks: streams.length, own: lines.length },
      lines: [...lines, ...outer.map(({ line }) => line)],
      ways: shape.labels,
      shown: drawn.map(({ glyph, drawing, character, instance, label }) => ({
        ...{ pixels: drawings.pixels(glyph, drawing), character, instance, label },
      })),
      ...{ probabilities, parts },
      holds: holdsOf(parts, spec.mannWriting, drawn.length),
      ...{ weights: theta.length, loss: losses[focus]! },
      ...{ before: mean(losses), after: mean(losesThen) },
    };
  } finally {
    release(engine, before);
    if (after !== null) release(engine, after);
  }
}

/** Which drawing slots hold most of, step by step; null without slots. */
export function holdsOf(
  { write, usage }: Readonly<Record<string, Part>>,
  writing: 'lru' | 'fifo',
  steps: number,
): Int16Array | null {
  if (write === undefined || usage === undefined) return null;
  const { rows: heads, columns: slots } = write;
  const written = new Float32Array(steps * slots);
  write.values.forEach((share, i) => {
    written[Math.floor(i / (heads * slots)) * slots + (i % slots)]! += share / heads;
  });
  return heldIn({ written, usage: usage.values, slots, heads, writing }, steps);
}
