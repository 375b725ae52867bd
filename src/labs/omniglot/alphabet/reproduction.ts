/** `npm run reproduce -- omniglot-alphabet`: trains the network of alphabets, and measures what of it is shipped. */

import type { Engine } from '../../../compute/engine';
import { alphabetOf, heldOutAlphabets, isHeldOut } from '../../../tasks/glyphs/alphabets';
import type { FineDrawings } from '../../../tasks/glyphs/pairs';
import { bodyStatistics, folded } from '../methods/frozen';
import { type AlphabetFile, formatAlphabets, parseAlphabets } from '../trained/alphabetFile';
import { continuedFrom, unfinishedText } from '../trained/recipeRun';
import { alphabetBody } from './network';
import { alphabetFileName } from './shipped';
import { type AlphabetRecipe, AlphabetRun, pairsAt, recipe } from './training';
import { type Errors, validate } from './validation';

/** Meta-iterations between two times that an unfinished run is kept. */
const KEEP_EVERY = 100;
/** Batches from which statistics are taken, of numbers that training has not. */
const STATISTICS = { batches: 8, seed: 2 ** 31 };

export interface AlphabetOptions {
  readonly seed: number;
  readonly iterations: number | null;
  /** Whether it is trained on all alphabets: then there are none to measure it on. */
  readonly all: boolean;
  readonly command: string;
  onProgress(progress: { stage: string; done: number; total: number }): void;
  readonly unfinished:
    | { read(name: string): string | null; write(name: string, text: string): void }
    | undefined;
}

export interface AlphabetResult {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly seconds: number;
  readonly iterations: number;
  /** Of what is shipped, in eight bits; and of what was trained. Null where no alphabet was held back. */
  readonly errors: readonly Errors[] | null;
  readonly unrounded: readonly Errors[] | null;
}

/** Indices of characters of alphabets that are trained on, and of those that are held back. */
export function divided({ names }: FineDrawings): { train: number[]; held: number[] } {
  const isHeld = (i: number) => isHeldOut(alphabetOf(names[i]!));
  const all = names.map((_, i) => i);
  return { train: all.filter((i) => !isHeld(i)), held: all.filter(isHeld) };
}

export async function reproduceAlphabet(
  engine: Engine,
  drawings: FineDrawings,
  { seed, iterations, all, command, onProgress, unfinished }: AlphabetOptions,
): Promise<AlphabetResult> {
  const began = performance.now();
  const name = alphabetFileName(all);
  const spec: AlphabetRecipe = { ...recipe, seed, iterations: iterations ?? recipe.iterations };
  const { train, held } = divided(drawings);
  const among = all ? [...train, ...held].sort((a, b) => a - b) : train;
  const settings = JSON.stringify({ ...spec, among: among.length });
  const kept = continuedFrom(unfinished?.read(name) ?? null, settings);
  const run = new AlphabetRun(engine, drawings, among, spec, kept?.state ?? null);
  const total = spec.iterations;
  for (let i = kept?.done ?? 0; i < total; i++) {
    run.step(i);
    onProgress({ stage: name, done: i + 1, total });
    if ((i + 1) % KEEP_EVERY === 0 && i + 1 < total) {
      unfinished?.write(name, unfinishedText(settings, i + 1, await run.snapshot()));
    }
  }
  const { weights } = await run.snapshot();
  run.dispose();
  const theta = weights.mean!;
  const statistics = await statisticsOf(engine, drawings, among, spec, theta);
  const alphabets = new Set(among.map((i) => alphabetOf(drawings.names[i]!)));
  const file: AlphabetFile = {
    widths: spec.widths,
    seed,
    iterations: total,
    characters: `${among.length} characters of ${alphabets.size} alphabets, normalised`,
    heldBack: all ? [] : [...heldOutAlphabets],
    command,
    date: new Date().toISOString().slice(0, 10),
    theta,
    statistics,
  };
  const bytes = formatAlphabets(file);
  const measure = (of: AlphabetFile) => (all ? null : errorsOf(engine, drawings, of, seed));
  return {
    name,
    bytes,
    seconds: (performance.now() - began) / 1000,
    iterations: total,
    errors: await measure(parseAlphabets(bytes)),
    unrounded: await measure(file),
  };
}

/** Errors of a network on the alphabets that are held back. */
export const errorsOf = (
  engine: Engine,
  drawings: FineDrawings,
  { widths, theta, statistics }: AlphabetFile,
  seed: number,
): Promise<Errors[]> => {
  const body = alphabetBody(widths);
  const { held } = divided(drawings);
  return validate(engine, body, folded(body, theta, statistics), drawings, held, seed);
};

async function statisticsOf(
  engine: Engine,
  drawings: FineDrawings,
  among: readonly number[],
  spec: AlphabetRecipe,
  theta: Float32Array,
): Promise<Float32Array> {
  const other = { ...spec, seed: (spec.seed ^ STATISTICS.seed) >>> 0 };
  const parts = Array.from({ length: STATISTICS.batches }, (_, i) =>
    pairsAt(drawings, among, other, i),
  );
  const inputs = new Float32Array(parts.reduce((sum, part) => sum + part.inputs.length, 0));
  let at = 0;
  for (const part of parts) {
    inputs.set(part.inputs, at);
    at += part.inputs.length;
  }
  const rows = engine.rows(theta, 1);
  try {
    return (await bodyStatistics(engine, alphabetBody(spec.widths), rows, inputs)).statistics;
  } finally {
    engine.release(rows);
  }
}
