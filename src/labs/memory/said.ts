/** What a contender says of a drawing of the stream, and what it reads for that. */

import { letterOf } from '../../characters/letters';
import { codeSize, likeliest, stringText } from '../../tasks/labels';
import { nameIn } from './labelling';
import {
  INSTANCES,
  type Inside,
  OLDER,
  type Reading,
  type Shown,
  type StreamAnswer,
} from './questions';

/** A label as people read it, for who is not of the lab. */
export const labelText = (label: number): string => letterOf(label);

export interface Said {
  /** The label's number among those of the stream; −1 for a string that none of its characters has. */
  readonly label: number;
  /** The label as it is read. */
  readonly text: string;
  /** Its probability; of a string, that of all its letters together. */
  readonly confidence: number;
  readonly right: boolean;
}

/** What is said of the drawing at a step, before its label is told; null where the numbers are none. */
export function saidAt(
  reading: Pick<Reading, 'probabilities'>,
  answer: StreamAnswer,
  step: number,
): Said | null {
  const { code, labels, shown } = answer;
  const size = codeSize(code);
  const found = likeliest(code, reading.probabilities.subarray(step * size, (step + 1) * size));
  if (found === null) return null;
  const label = labels.indexOf(found.label);
  return {
    ...{ label, text: label < 0 ? stringText(found.label) : nameIn(answer, label) },
    ...{ confidence: found.probability, right: label === shown[step]!.label },
  };
}

/** What is read at a step, as far as it comes from earlier drawings. */
export interface Read {
  /** By place in the stream: the share that is read of each earlier drawing. */
  readonly of: readonly number[];
  /** What is read of none of them, and what of drawings of streams before. */
  readonly none: number;
  readonly older: number;
}

/** Where what is read comes from; null for who does not read drawings one by one. */
export function readAt(inside: Inside | null, step: number): Read | null {
  if (inside === null || inside.kind === 'state') return null;
  const of = Array.from({ length: step }, () => 0);
  if (inside.kind === 'attention') {
    const steps = inside.none.length;
    for (let i = 0; i < step; i++) of[i] = inside.weights[step * steps + i]!;
    return { of, none: inside.none[step]!, older: inside.older?.[step] ?? 0 };
  }
  let [none, older] = [0, 0];
  for (let slot = 0; slot < inside.slots; slot++) {
    const weight = inside.read[step * inside.slots + slot]!;
    const place = inside.holds[step * inside.slots + slot]!;
    if (place >= 0 && place < step) of[place] = of[place]! + weight;
    else if (place === OLDER) older += weight;
    else none += weight;
  }
  return { of, none, older };
}

/** The share of what is read that comes from drawings of the character in sight. */
export const shareOfOwn = ({ of }: Read, shown: readonly Shown[], step: number): number =>
  of.reduce(
    (sum, share, i) => sum + (shown[i]!.character === shown[step]!.character ? share : 0),
    0,
  );

/** How many drawings ago the character in sight was seen last; null at its first sighting. */
export function lastSeen(shown: readonly Shown[], step: number): number | null {
  for (let i = step - 1; i >= 0; i--) {
    if (shown[i]!.character === shown[step]!.character) return step - i;
  }
  return null;
}

/** Characters that were seen before a step. */
export const charactersBefore = (shown: readonly Shown[], step: number): number =>
  new Set(shown.slice(0, step).map(({ character }) => character)).size;

export interface Aftermath {
  /** Place of the drawing whose label was told wrongly. */
  readonly at: number;
  /** Later sightings of its character up to the drawing in sight. */
  readonly sightings: number;
  /** Of these, how often the wrong label was answered, and how often the right one. */
  readonly misled: number;
  readonly right: number;
}

/** What a wrong label did until the drawing in sight. */
export function aftermath(
  reading: Reading,
  answer: StreamAnswer,
  at: number,
  step: number,
): Aftermath {
  const { shown } = answer;
  const { character, told } = shown[at]!;
  const result = { at, sightings: 0, misled: 0, right: 0 };
  for (let i = at + 1; i <= step; i++) {
    if (shown[i]!.character !== character) continue;
    const said = saidAt(reading, answer, i);
    result.sightings += 1;
    if (said?.right) result.right += 1;
    else if (said?.label === told) result.misled += 1;
  }
  return result;
}

export interface Tally {
  readonly of: number;
  readonly right: number;
  /** Answers that are the label that the character had before. */
  readonly old: number;
}

/** What is answered from a place of the stream to another, that included. */
export function tally(
  reading: Pick<Reading, 'probabilities'>,
  answer: StreamAnswer,
  from: number,
  to: number,
): Tally {
  const result = { of: 0, right: 0, old: 0 };
  for (let at = from; at <= to; at++) {
    const said = saidAt(reading, answer, at);
    result.of += 1;
    if (said?.right) result.right += 1;
    else if (said !== null && said.label === answer.shown[at]!.old) result.old += 1;
  }
  return result;
}

/** The number of a sighting as accuracies are told apart by it: the tenth stands for none after it; null for none. */
export function sightingOf(drawing: Shown | undefined): number | null {
  const sighting = drawing?.sighting ?? 1;
  return sighting === 0 ? null : Math.min(sighting, INSTANCES);
}
