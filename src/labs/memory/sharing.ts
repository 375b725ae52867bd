/** How the contenders of a run are shared out over workers. */

import { type Sharing, united } from '../kit/sharing';
import { courseText } from './course';
import type { MemorySpec } from './fields';
import { isTrained, type ReaderName } from './methods';
import type { MemoryQuestions, MemorySnapshot } from './questions';

/** What a meta-iteration takes, as it was measured, in milliseconds; what each really takes evens them out later. */
const WORK: Readonly<Record<ReaderName, number>> = {
  mann: 18,
  snail: 10,
  lstm: 9,
  kv: 4,
  feedforward: 1,
  nearest: 0,
  rare: 0,
};

export const sharing: Sharing<MemorySpec, MemorySnapshot, MemoryQuestions> = {
  names: ({ readers }) => readers,
  only: (spec, names) => ({ ...spec, readers: names as readonly ReaderName[] }),
  work: (_spec, name) => (isTrained(name as ReaderName) ? WORK[name as ReaderName] : 0),
  split: ({ iteration, contenders }, names) => ({
    iteration,
    contenders: Object.fromEntries(
      Object.entries(contenders).filter(([name]) => names.includes(name)),
    ),
  }),
  join: (parts, names) => ({
    iteration: parts[0]!.iteration,
    contenders: united(
      parts.map(({ contenders }) => contenders),
      names,
    ),
  }),
  answers: {
    lines: {
      same: ({ stream, characters, length, edits, drawn, course }) => [
        ...[stream, characters, length, edits, drawn],
        courseText(course),
      ],
      merge: (parts, names) => ({
        ...parts[0]!,
        readers: united(
          parts.map(({ readers }) => readers),
          names,
        ),
      }),
    },
    streams: { merge: (parts) => parts[0]! },
    trace: { merge: (parts) => parts.find(({ recorded }) => recorded !== null) ?? parts[0]! },
    stream: {
      same: ({ stream, characters, length, edits, drawn, course }) => [
        ...[stream, characters, length, edits, drawn],
        courseText(course),
      ],
      merge: (parts, names) => ({
        ...parts[0]!,
        wiped: united(
          parts.map(({ wiped }) => wiped),
          names,
        ),
        readings: united(
          parts.map(({ readings }) => readings),
          names,
        ),
      }),
    },
    instances: {
      same: ({ characters, length, done, streams, course, beside }) => [
        ...[characters, length, done, streams, beside],
        courseText(course),
      ],
      merge: (parts, names) => {
        const all = (which: 'byInstance' | 'wiped' | 'old' | 'onBeside') =>
          united(
            parts.map((part) => part[which]),
            names,
          );
        return {
          ...parts[0]!,
          ...{ byInstance: all('byInstance'), wiped: all('wiped'), old: all('old') },
          onBeside: all('onBeside'),
        };
      },
    },
  },
};
