/** What methods learn from: tasks and drawings of training characters. */

import type { Source } from '../../../contenders/contender';
import { stream } from '../../../math/rng';
import {
  anyKind,
  drawGlyphEpisodes,
  type EpisodeShape,
  type TaskKind,
} from '../../../tasks/glyphs/episodes';
import { classesIn, type Glyphs, PIXELS } from '../../../tasks/glyphs/glyphs';
import { jitter } from '../../../tasks/glyphs/jitter';
import { fineDrawingsOf, type PairShape, pairDrawer } from '../../../tasks/glyphs/pairs';
import type { Points } from '../../../tasks/task';
import type { Training } from './method';
import type { Tasks } from './points';
import type { SharedSpec } from './sharedFields';

/**
 * Training tasks of a run. What a meta-iteration draws follows from its number and the shape of the tasks, so that methods
 * with tasks of one shape see the same ones.
 */
export class TrainingTasks {
  private pairsOf: ReturnType<typeof pairDrawer> | null = null;
  private last: { readonly key: string; readonly points: Tasks } | null = null;

  constructor(
    readonly glyphs: Glyphs,
    readonly seed: number,
    private readonly strength: number,
    private readonly kind: TaskKind = anyKind,
  ) {}

  draw(iteration: number, { tasks, ways, shots, queries }: EpisodeShape): Tasks {
    const key = `${iteration} ${tasks} ${ways} ${shots} ${queries}`;
    if (this.last?.key !== key) {
      const random = stream(this.seed, 'train tasks', iteration);
      const shape = { tasks, ways, shots, queries };
      const points = drawGlyphEpisodes(this.glyphs, 'train', shape, true, random, this.kind);
      this.move(iteration, points.support.inputs, points.query.inputs);
      this.last = { key, points };
    }
    return this.last.points;
  }

  /** Drawings of all training characters with the character as their class, turned at random. */
  drawMixed(iteration: number, count: number): Points {
    const random = stream(this.seed, 'mixed drawings', iteration);
    const pool = classesIn(this.glyphs, 'train');
    const inputs = new Float32Array(count * PIXELS);
    const targets = new Float32Array(count * pool.length);
    for (let i = 0; i < count; i++) {
      const chosen = random.integer(pool.length);
      const glyph = pool[chosen]!;
      const drawing = random.integer(this.glyphs.classes[glyph]!.drawings);
      this.glyphs.write(glyph, drawing, random.integer(4), inputs, i * PIXELS);
      targets[i * pool.length + chosen] = 1;
    }
    this.move(iteration, inputs);
    return { tasks: 1, points: count, inputs, targets };
  }

  /** Two drawings of each of many training characters. */
  drawPairs(iteration: number, shape: PairShape): Points {
    this.pairsOf ??= pairDrawer(fineDrawingsOf(this.glyphs), classesIn(this.glyphs, 'train'));
    return this.pairsOf(shape, stream(this.seed, 'train pairs', iteration));
  }

  private move(iteration: number, ...inputs: readonly Float32Array[]): void {
    if (this.strength === 0) return;
    const random = stream(this.seed, 'jitter', iteration);
    for (const images of inputs) jitter(images, this.strength, random);
  }
}

interface Iteration {
  readonly training: Training<never>;
  readonly tasks: TrainingTasks;
  readonly iteration: number;
  readonly spec: SharedSpec;
  readonly own: object;
}

/** What a meta-iteration can learn from, by the kind of its method. */
export function trainingSource(
  { training: { shape, mixed, pairs }, tasks, iteration, spec, own }: Iteration,
  batch: Source['batch'],
): Source {
  // One batch, however often it is asked for.
  let made: Points | undefined;
  return {
    get tasks() {
      if (shape === undefined) throw new RangeError('this method learns from no tasks');
      return tasks.draw(iteration, shape(spec, own as never));
    },
    get mixed() {
      if (mixed === undefined) throw new RangeError('this method learns from tasks');
      return tasks.drawMixed(iteration, mixed(own as never));
    },
    get pairs() {
      if (pairs === undefined) throw new RangeError('this method learns from no pairs');
      made ??= tasks.drawPairs(iteration, pairs(spec, own as never));
      return made;
    },
    random: (name) => stream(tasks.seed, name, iteration),
    batch,
  };
}
