/** Curves that stay in sight while something else is tried: what a pin holds, and what it is called. */

import * as v from 'valibot';
import { finite, whole } from '../../../spec/schemas';
import { decodeSpec, encodeSpec } from '../../../spec/spec';
import { say, sayList, sayNumber } from '../../../words/format';
import type { Words } from '../../../words/words';
import { fieldWords } from '../../kit/context';
import { ownerOf } from '../../kit/ownFields';
import { fields, type RegressionSpec } from '../fields';
import { gridOf, pointsOf, type State, taskInSight } from '../lab';
import { contenderNames, contenders } from '../methods';
import { defaultPreset, presets } from '../presets';

export const MOST_PINS = 3;

/** Numbers in JSON, which has no NaN. */
const numbers = v.array(v.nullable(finite));

const pinSchema = v.object({
  /** What it is drawn and listed under: 1 to MOST_PINS. */
  number: whole,
  name: v.picklist(contenderNames),
  /** The settings that it ran with, as an address has them. */
  settings: v.string(),
  /** Of its curve over held-out tasks. While it trains, what is seen on one task may be of a later one. */
  iteration: finite,
  /** On one task: which, at which meta-iteration, and what it predicts on the grid after each step. */
  task: v.nullable(v.object({ key: v.string(), iteration: finite, after: v.array(numbers) })),
  /** Over held-out tasks, by steps. */
  curve: v.object({ mean: numbers, median: numbers }),
  /** Of its training: where, by every abscissa that was known, and the loss. */
  training: v.object({
    iterations: numbers,
    gradients: numbers,
    seconds: v.nullable(numbers),
    loss: numbers,
  }),
});
export type Pin = v.InferOutput<typeof pinSchema>;

/** What was kept, as far as it can be read. */
export function readPins(text: string | null): readonly Pin[] {
  if (text === null) return [];
  try {
    return v.parse(v.array(pinSchema), JSON.parse(text)).slice(0, MOST_PINS);
  } catch {
    return [];
  }
}

/** With as many digits as a chart shows. */
export const rounded = (values: ArrayLike<number>): (number | null)[] =>
  Array.from(values, (value) => (Number.isFinite(value) ? Number(value.toPrecision(5)) : null));

export const drawn = (values: readonly (number | null)[]): number[] =>
  values.map((value) => value ?? Number.NaN);

export const settingsText = (spec: RegressionSpec): string => String(encodeSpec(fields, spec));

const settingsOf = (text: string): RegressionSpec =>
  decodeSpec(fields, presets[defaultPreset].spec, new URLSearchParams(text)).spec;

/** The task in sight, its points and where it is drawn: what a prediction is of. */
export function taskKey({ running, view }: State): string {
  const { task } = taskInSight(running, view);
  const grid = gridOf(running);
  const points = pointsOf({ running, view } as State).map(({ x, y }) => [x, y]);
  return JSON.stringify([task.parameters, points, grid[0], grid.at(-1), grid.length]);
}

/** The lowest number that none has. */
export function freeNumber(pins: readonly Pin[]): number {
  let number = 1;
  while (pins.some((pin) => pin.number === number)) number += 1;
  return number;
}

/** Settings that say nothing of a curve, or that the pin's own name says. */
const UNSAID = new Set(['contenders', 'engine', 'workers']);

/** Differences that a name says in full. */
const MOST_SAID = 2;

/** What pins are called: their contender, and in what settings they differ from each other or from the run. */
export function pinNames(
  words: Words,
  pins: readonly Pin[],
  running: RegressionSpec,
): ReadonlyMap<number, string> {
  const specs = new Map(pins.map((pin) => [pin, settingsOf(pin.settings)] as const));
  const texts = (name: keyof typeof fields) =>
    [...specs.values(), running].map((spec) => fields[name].format(spec[name] as never));
  const differing = (Object.keys(fields) as (keyof typeof fields)[]).filter(
    (name) => !UNSAID.has(name) && new Set(texts(name)).size > 1,
  );
  return new Map(pins.map((pin) => [pin.number, nameOf(words, pin, specs.get(pin)!, differing)]));
}

function nameOf(
  words: Words,
  { name, iteration }: Pin,
  spec: RegressionSpec,
  differing: readonly (keyof typeof fields)[],
): string {
  const lookup = { owners: contenders, wordsOf: (w: Words) => w.regression };
  const own = differing.filter((field) => {
    const owner = ownerOf(contenders, field);
    return owner === null || owner.owner === name;
  });
  const parts = own.slice(0, MOST_SAID).map((field) => {
    const { label, options } = fieldWords(words, lookup, field);
    const text = fields[field].format(spec[field] as never);
    return `${label} ${options?.[text] ?? text}`;
  });
  const more = own.length - parts.length;
  if (more > 0) parts.push(say(words.pins.more, { count: more }));
  parts.push(say(words.pins.at, { at: sayNumber(iteration) }));
  return sayList([words.contenders[name].label, ...parts]);
}
