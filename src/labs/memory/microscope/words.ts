/** What is said of a line, in the numbers of the stream in focus. */

import { letterOf } from '../../../characters/letters';
import { digits } from '../../../words/digits';
import { say, sayNumber } from '../../../words/format';
import type { Words } from '../../../words/words';
import { lengthOf } from '../../kit/microscope/plane';
import type { LineName, Standing } from '../../kit/microscope/walk';
import { percent, short } from '../../kit/microscope/words';
import type { Addressed } from '../questions';
import { gatesAt, greatestOf, headsIn, lossAt, ownShare, placesAt, rowOf, stepAt } from './moment';
import type { Part, Recorded } from './recorded';

type Lines = Words['microscope']['memory']['lines'];

export const lineWords = ({ microscope }: Words, name: LineName): Lines[keyof Lines] =>
  microscope.memory.lines[name as keyof Lines];

const yes = (is: boolean): 'yes' | 'no' => (is ? 'yes' : 'no');
const meanOf = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, x) => sum + x, 0) / (values.length || 1);

/** @param head the one in sight, from 0 @param decay γ of usage */
export function saidOf(
  words: Words,
  recorded: Recorded,
  standing: Standing,
  { head, decay }: { readonly head: number; readonly decay: number },
): string {
  const { shown, ways, probabilities } = recorded;
  const step = stepAt(recorded, standing);
  const shares = probabilities.subarray(step * ways, (step + 1) * ways);
  const said = greatestOf(shares);
  const { label } = shown[step]!;
  const length = standing.seen?.length ?? 0;
  return say(lineWords(words, standing.name).said, {
    ...{ streams: sayNumber(recorded.tasks), steps: shown.length, ways },
    ...{ at: step + 1, before: step },
    told: step === 0 ? '' : letterOf(shown[step - 1]!.label),
    ...{ head: head + 1, heads: headsIn(recorded) },
    ...addressed(recorded, standing, step, head),
    ...memoryAt(recorded, step, head),
    ...recurrentAt(recorded, step),
    decay: sayNumber(decay),
    ...{ said: letterOf(Math.max(0, said)), sure: percent(shares[said] ?? 0) },
    ...{ right: letterOf(label), own: percent(shares[label] ?? 0) },
    nats: short(lossAt(recorded, step)),
    ...{ loss: short(recorded.loss), guess: short(Math.log(ways)) },
    ...{ length: short(length), weights: sayNumber(recorded.weights) },
    ...{ from: short(recorded.before, 5), to: short(recorded.after, 5) },
  });
}

/** The rounds of who addresses twice, by line; '' of the others. */
const roundOf = ({ parts }: Recorded, line: string): string => {
  if (parts['weights 1'] === undefined) return '';
  return line === 'look' || line === 'carry' ? ' 1' : ' 2';
};

const sizeOf = (part: Part | undefined): number => part?.columns ?? 0;

/** What is nearest, what is read most, and what it is of. */
function addressed(recorded: Recorded, { name }: Standing, step: number, head: number) {
  const { parts, shown } = recorded;
  const round = roundOf(recorded, name);
  const places = placesAt(recorded, step, head, round);
  const isScore = name === 'cosines' || name === 'scores';
  const by = places.map(({ score, weight }) => (isScore ? score : weight));
  const place: Addressed | undefined = places[greatestOf(by)];
  const { character, instance } = shown[step]!;
  const found = parts[`found${round}`];
  const of = place === undefined ? undefined : shown[place.of];
  return {
    width: sizeOf(found),
    slot: (place?.number ?? 0) + 1,
    kind: of === undefined ? ('none' as const) : ('drawing' as const),
    place: (place?.of ?? -1) + 1,
    of: of === undefined ? '' : letterOf(of.label),
    fits: yes(of?.character === character),
    ...{ score: digits(place?.score ?? 0), share: percent(place?.weight ?? 0) },
    seen: yes(instance > 1),
    ofOwn: percent(ownShare(shown, places, step)),
    readLength: short(found === undefined ? 0 : lengthOf(rowOf(found, step, head))),
    askLength: short(parts.query === undefined ? 0 : lengthOf(rowOf(parts.query, step, head))),
    carried: (parts['carried 1']?.rows ?? 0) * sizeOf(parts['carried 1']),
    reach: 2 ** (parts['carried 1']?.rows ?? 1) - 1,
  };
}

/** Of a memory: its gate, the strength of its key, and slots that are free, written and used. */
function memoryAt({ parts, holds }: Recorded, step: number, head: number) {
  const at = (part: Part | undefined, row = 0): ArrayLike<number> =>
    part === undefined ? [0] : rowOf(part, step, row);
  const [gate, strength] = [at(parts.gate, head)[0]!, at(parts.strength, head)[0]!];
  const [free, write] = [greatestOf(at(parts.free, head)), greatestOf(at(parts.write, head))];
  const [before, usage] = [at(parts.before), at(parts.usage)];
  const heads = parts.write?.rows ?? 0;
  const written = Array.from(at(parts.write), (_, slot) =>
    Array.from({ length: heads }, (_head, row) => at(parts.write, row)[slot]!).reduce(
      (a, b) => a + b,
      0,
    ),
  );
  const slots = written.length;
  // The slot that holds most of the drawing before, of those that do.
  const held = written.map((share, slot) =>
    holds !== null && holds[step * slots + slot] === step - 1 ? share : -1,
  );
  return {
    ...{ gate: percent(gate), rest: percent(1 - gate), strength: digits(strength) },
    ...{
      free: free + 1,
      useOfFree: digits(before[free]!),
      mostUse: digits(before[greatestOf(before)]!),
    },
    ...{ written: write + 1, writtenShare: percent(at(parts.write, head)[write]!) },
    ...{ filled: greatestOf(held) + 1, isFilled: yes(Math.max(...held) > 0) },
    ...{ used: greatestOf(usage) + 1, use: digits(usage[greatestOf(usage)]!) },
    units: parts.hidden?.columns ?? 0,
  };
}

/** Of an LSTM: how far its gates are open, on average, and how long its state is. */
function recurrentAt(recorded: Recorded, step: number) {
  const { gates, cell } = recorded.parts;
  const none = { input: '', forget: '', output: '', cellLength: '', changed: '' };
  if (gates === undefined || cell === undefined) return none;
  const { input, forget, output } = gatesAt(recorded, step);
  const [now, then] = [rowOf(cell, step), step === 0 ? null : rowOf(cell, step - 1)];
  return {
    ...{ input: percent(meanOf(input)), forget: percent(meanOf(forget)) },
    output: percent(meanOf(output)),
    cellLength: short(lengthOf(now)),
    changed: short(lengthOf(now.map((x, i) => x - (then?.[i] ?? 0)))),
  };
}
