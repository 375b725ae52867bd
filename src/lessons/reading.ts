/** A reader that goes on learning while it reads: exact on an invented language, and what a network makes of it. */

import { digits } from '../words/digits';
import { say } from '../words/format';
import { loadWords } from '../words/words';
import { lessonOf } from './lesson';
import { gainsAlong, marksOf, PAIRS, pagesOf, stops, toldOf } from './reading/measured';
import type { WaveClaim, WaveScene, WaveSight } from './sinusoids';

const settings = 'preset=sinusoid-10shot';

const seedOf = ({ lab }: WaveSight) => lab.running.seed;

/** The gain rises along a document, and falls at its border. */
const falls: WaveClaim = (now) => {
  const { start, end, border } = toldOf(gainsAlong(seedOf(now)));
  return end > 2 * start && border < end / 2;
};

const dialects: WaveScene = {
  name: 'dialects',
  address: settings,
  picture: async () => {
    const [{ PagesPicture }] = await Promise.all([
      import('./reading/PagesPicture'),
      loadWords('pictures'),
    ]);
    return PagesPicture;
  },
  seen({ lessons }, now) {
    const [end, beginning] = pagesOf(seedOf(now)).map(marksOf);
    return say(lessons.all.reading.seen.dialects, {
      end: end!.better,
      endWorse: end!.worse,
      beginning: beginning!.better,
      beginningWorse: beginning!.worse,
    });
  },
};

const gain: WaveScene = {
  name: 'gain',
  address: settings,
  question: {
    kind: 'draw',
    at: stops,
    top: 0.5,
    right: (now) => gainsAlong(seedOf(now)),
  },
  claim: falls,
  seen({ lessons }, now) {
    const told = toldOf(gainsAlong(seedOf(now)));
    const { start, end, border } = told;
    const values = { start: digits(start), end: digits(end), border: digits(border) };
    return say(lessons.all.reading.seen.gain, { ...values, documents: 2 * PAIRS });
  },
};

const memories: WaveScene = {
  name: 'memories',
  address: settings,
  picture: async () => {
    const [{ ReadingFormulas }] = await Promise.all([
      import('./reading/ReadingFormulas'),
      loadWords('pictures'),
    ]);
    return ReadingFormulas;
  },
};

const again: WaveScene = {
  name: 'again',
  address: settings,
  again: 'gain',
  question: {
    kind: 'choose',
    options: ['language', 'document'],
    right: (now) => (falls(now) === true ? 'document' : null),
  },
  claim: falls,
  seen({ lessons }, now) {
    const { end, border } = toldOf(gainsAlong(seedOf(now)));
    const values = { end: digits(end), border: digits(border) };
    return say(lessons.all.reading.seen.again, values);
  },
};

export const reading = lessonOf(dialects, gain, memories, again);
