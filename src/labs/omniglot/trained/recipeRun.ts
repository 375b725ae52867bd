/** Trains a method by its recipe, for as long as that takes: a run that was interrupted goes on where it was. */

import * as z from 'zod/mini';
import type { Engine } from '../../../compute/engine';
import type { Glyphs } from '../../../tasks/glyphs/glyphs';
import { base64, bytesOf, readFields, textOf, writeFields } from '../../checkpointFile';
import type { ReproduceOptions } from '../../reproduction';
import { MethodTraining, type Trained, TrainingTasks } from '../methods/training';
import type { Recipe } from './recipes';

const FORMAT = 'inner-loop unfinished few-shot 1';
const schema = z.object({
  format: z.literal(FORMAT),
  /** The recipe's settings as text: it goes on with the very same ones only. */
  settings: z.string(),
  /** Meta-iterations so far. */
  done: z.int().check(z.minimum(1)),
  updates: z.int().check(z.minimum(0)),
  theta: base64,
  first: base64,
  second: base64,
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
): Promise<Trained> {
  const settings = JSON.stringify(spec);
  const kept = continued(unfinished?.read(file) ?? null, settings);
  const tasks = new TrainingTasks(glyphs, spec.seed, spec.jitter);
  const training = new MethodTraining(engine, tasks, method, spec, kept?.trained ?? null);
  try {
    for (let i = kept?.done ?? 0; i < spec.iterations; i++) {
      training.step(i, spec);
      if (i % REPORT_EVERY === 0) onProgress({ stage: method, done: i, total: spec.iterations });
      const done = i + 1;
      if (unfinished !== undefined && done % keepEvery === 0 && done < spec.iterations) {
        unfinished.write(file, asText(settings, done, await training.snapshot()));
      }
    }
    return await training.snapshot();
  } finally {
    training.dispose();
  }
}

function asText(settings: string, done: number, trained: Trained): string {
  const { theta, first, second, updates } = trained;
  const numbers = { theta: textOf(theta), first: textOf(first), second: textOf(second) };
  return writeFields({ format: FORMAT, settings, done, updates, ...numbers });
}

/** Where an interrupted run of the same settings was; null if there is none, or its file is of no use. */
function continued(
  text: string | null,
  settings: string,
): { readonly done: number; readonly trained: Trained } | null {
  if (text === null) return null;
  try {
    const { done, updates, ...kept } = readFields(text, FORMAT, schema);
    if (kept.settings !== settings) return null;
    const numbers = (encoded: string) => new Float32Array(bytesOf(encoded).buffer);
    const trained = {
      theta: numbers(kept.theta),
      first: numbers(kept.first),
      second: numbers(kept.second),
      updates,
    };
    return { done, trained };
  } catch {
    return null;
  }
}
