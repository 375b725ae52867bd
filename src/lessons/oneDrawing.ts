/** One drawing is enough, for you: the task by hand, then by pixels, then by what was learned before. */

import { say } from '../words/format';
import { accuracyOf, type LetterScene, type Now, percentText, rightIn } from './episodes';
import { lessonOf } from './lesson';

const settings = 'preset=omniglot-5way-1shot&methods=maml,pixels&queries=1&step=1';

const you: LetterScene = {
  name: 'you',
  address: `${settings}&first=you&episode=3`,
  withholds: ['accuracy'],
  reveal: (lab) => lab.see({ first: 'nobody', judge: 'maml' }),
  seen({ lessons }, now) {
    const [pixels, maml] = [rightIn(now, 'pixels'), rightIn(now, 'maml')];
    if (pixels === null || maml === null) return null;
    const values = { pixels: pixels.right, maml: maml.right, total: maml.total };
    return say(lessons.all['one-drawing'].seen.you, values);
  },
};

/** The nearest of the shares on offer. */
const shares = { p20: 0.2, p50: 0.5, p80: 0.8, p98: 0.98 } as const;
const nearest = (accuracy: number | null) =>
  accuracy === null
    ? null
    : (Object.keys(shares) as (keyof typeof shares)[]).reduce((a, b) =>
        Math.abs(shares[b] - accuracy) < Math.abs(shares[a] - accuracy) ? b : a,
      );

const pixels: LetterScene = {
  name: 'pixels',
  address: `${settings}&judge=pixels&episode=3`,
  hides: ['score', 'accuracy'],
  question: {
    kind: 'choose',
    options: Object.keys(shares),
    right: (now) => nearest(accuracyOf(now, 'pixels')),
  },
  seen({ lessons }, now) {
    const accuracy = accuracyOf(now, 'pixels');
    if (accuracy === null) return null;
    return say(lessons.all['one-drawing'].seen.pixels, { accuracy: percentText(accuracy) });
  },
};

/** Practice on other characters reads these, and better than pixels do. */
const reads = (now: Now): boolean | null => {
  const [maml, by] = [accuracyOf(now, 'maml'), accuracyOf(now, 'pixels')];
  return maml === null || by === null ? null : maml > by;
};

const learned: LetterScene = {
  name: 'learned',
  address: `${settings}&judge=maml&episode=3`,
  hides: ['score', 'accuracy'],
  question: {
    kind: 'choose',
    options: Object.keys(shares),
    right: (now) => nearest(accuracyOf(now, 'maml')),
  },
  claim: reads,
  seen({ lessons }, now) {
    const [maml, by] = [accuracyOf(now, 'maml'), accuracyOf(now, 'pixels')];
    if (maml === null || by === null) return null;
    const { before, none } = lessons.all['one-drawing'].seen;
    const values = { maml: percentText(maml), pixels: percentText(by) };
    return say(maml > by ? before : none, values);
  },
};

const terms: LetterScene = {
  name: 'terms',
  address: `${settings}&judge=maml&episode=4`,
};

/** No character of the tests is in training: `splitOf` of the characters sees to that. */
const again: LetterScene = {
  name: 'again',
  address: `${settings}&judge=maml&episode=4`,
  hides: ['score', 'accuracy'],
  again: 'learned',
  question: {
    kind: 'choose',
    options: ['memory', 'practice'],
    right: (now) => (reads(now) === true ? 'practice' : null),
  },
  claim: reads,
  seen({ lessons }, now) {
    const maml = accuracyOf(now, 'maml');
    if (maml === null) return null;
    return say(lessons.all['one-drawing'].seen.again, { maml: percentText(maml) });
  },
};

/** The nearest of the errors on offer. */
const errors = { e1: 0.01, e15: 0.15, e50: 0.5, e95: 0.95 } as const;
const errorOf = (now: Now, name: 'alphabet' | 'pixels'): number | null => {
  const accuracy = accuracyOf(now, name);
  return accuracy === null ? null : 1 - accuracy;
};
const nearestError = (error: number | null) =>
  error === null
    ? null
    : (Object.keys(errors) as (keyof typeof errors)[]).reduce((a, b) =>
        Math.abs(errors[b] - error) < Math.abs(errors[a] - error) ? b : a,
      );

/** Practice on other alphabets errs less than pixels do, of drawings that are normalised for both. */
const errsLess = (now: Now): boolean | null => {
  const [alphabet, by] = [errorOf(now, 'alphabet'), errorOf(now, 'pixels')];
  return alphabet === null || by === null ? null : alphabet < by;
};

const against: LetterScene = {
  name: 'against',
  address: 'preset=lake&test=lake',
  question: {
    kind: 'choose',
    options: Object.keys(errors),
    right: (now) => nearestError(errorOf(now, 'alphabet')),
  },
  claim: errsLess,
  seen({ lessons }, now) {
    const [alphabet, by] = [errorOf(now, 'alphabet'), errorOf(now, 'pixels')];
    if (alphabet === null || by === null) return null;
    const { against, equal } = lessons.all['one-drawing'].seen;
    const values = { alphabet: percentText(alphabet), pixels: percentText(by) };
    return say(errsLess(now) === true ? against : equal, values);
  },
};

export const oneDrawing = lessonOf(you, pixels, learned, terms, again, against);
