/** Trains a method by its recipe, for as long as that takes: a run that was interrupted goes on where it was. */

import * as v from 'valibot';
import type { Engine } from '../../../compute/engine';
import type { SavedState } from '../../../contenders/state';
import { wholeFrom } from '../../../spec/schemas';
import type { Glyphs } from '../../../tasks/glyphs/glyphs';
import { base64, floatsOf, readFields, textOf, writeFields } from '../../kit/checkpointFile';
import type { ReproduceOptions } from '../../kit/reproduction';
import { kindOf } from '../methods/kinds';
import { Trainee } from '../methods/trainee';
import { TrainingTasks } from '../methods/trainingTasks';
import type { Recipe } from './recipes';

const FORMAT = 'inner-loop unfinished few-shot 2';
const schema = v.object({
  format: v.literal(FORMAT),
  /** The recipe's settings as text: it goes on with the very same ones only. */
  settings: v.string(),
  /** Meta-iterations so far. */
  done: wholeFrom(1),
  weights: v.record(v.string(), base64),
  moments: v.record(v.string(), v.object({ first: base64, second: base64, updates: wholeFrom(0) })),
});

const REPORT_EVERY = 20;
/** Meta-iterations between two times that an unfinished run is kept. */
const KEEP_EVERY = 1000;

/**
 * The method after all of the recipe's meta-iterations. What it draws follows from their numbers, so that a run which
 * went on gives what an uninterrupted one gives, to the bit.
 */
export async function trainByRecipe(
  engine: Engine,
  glyphs: Glyphs,
  { method, file, spec }: Recipe,
  { onProgress, unfinished }: Pick<ReproduceOptions, 'onProgress' | 'unfinished'>,
  keepEvery = KEEP_EVERY,
): Promise<SavedState> {
  const settings = JSON.stringify(spec);
  const kept = continuedFrom(unfinished?.read(file) ?? null, settings);
  const tasks = new TrainingTasks(glyphs, spec.seed, spec.jitter, kindOf(spec));
  const trainee = new Trainee(engine, tasks, method, spec, kept?.state ?? null);
  try {
    for (let i = kept?.done ?? 0; i < spec.iterations; i++) {
      trainee.step(i, spec);
      if (i % REPORT_EVERY === 0) onProgress({ stage: method, done: i, total: spec.iterations });
      const done = i + 1;
      if (unfinished !== undefined && done % keepEvery === 0 && done < spec.iterations) {
        unfinished.write(file, unfinishedText(settings, done, await trainee.snapshot()));
      }
    }
    return await trainee.snapshot();
  } finally {
    trainee.dispose();
  }
}

const mapped = <A, B>(of: Readonly<Record<string, A>>, to: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(of).map(([name, value]) => [name, to(value)]));

/** A run so far, as text that `continuedFrom` reads. */
export function unfinishedText(
  settings: string,
  done: number,
  { weights, moments }: SavedState,
): string {
  return writeFields({
    format: FORMAT,
    settings,
    done,
    weights: mapped(weights, textOf),
    moments: mapped(moments, ({ first, second, updates }) => ({
      first: textOf(first),
      second: textOf(second),
      updates,
    })),
  });
}

/** Where an interrupted run of the same settings was; null if there is none, or its file is of no use. */
export function continuedFrom(
  text: string | null,
  settings: string,
): { readonly done: number; readonly state: SavedState } | null {
  if (text === null) return null;
  try {
    const { done, weights, moments, settings: before } = readFields(text, FORMAT, schema);
    if (before !== settings) return null;
    const state = {
      weights: mapped(weights, floatsOf),
      moments: mapped(moments, ({ first, second, updates }) => ({
        first: floatsOf(first),
        second: floatsOf(second),
        updates,
      })),
    };
    return { done, state };
  } catch {
    return null;
  }
}
