/** An inner problem within an outer one: the rate of the inner step is a thing that can be learned. */

import { lossText } from '../labs/regression/adaptation/TaskLoss';
import { lossIn } from '../labs/regression/heldOut/lossIn';
import type { ContenderName } from '../labs/regression/methods';
import type { RatesAnswer } from '../labs/regression/rates/question';
import { bestRate, type RateCurve, wayTo } from '../labs/regression/rates/rates';
import { digits } from '../words/digits';
import { say } from '../words/format';
import { lessonOf } from './lesson';
import { apart, type WaveClaim, type WaveScene, type WaveSight } from './sinusoids';

const settings = 'preset=sinusoid-10shot&contenders=maml,metasgd,random&step=1&microscope=rates';

interface Measured {
  readonly answer: RatesAnswer;
  readonly curve: RateCurve;
  readonly best: number;
}

/** The losses of a contender against its rate, of now; null while they are not there. */
function ratesIn({ lab, iteration, training }: WaveSight, name: ContenderName): Measured | null {
  const { rates: answer } = lab.answers;
  const holds = training || answer?.iteration === (lab.lookBack ?? iteration);
  if (!holds || answer?.contender !== name || answer.many === null) return null;
  const best = bestRate(answer, answer.many);
  return best === null ? null : { answer, curve: answer.many, best };
}

const leastOf = ({ curve }: Measured): number => Math.min(...curve.losses.filter(Number.isFinite));

/** θ was made for the step that it was trained with. */
const stays: WaveClaim = (now) => {
  const found = ratesIn(now, 'maml');
  return found === null ? null : wayTo(found.answer, found.best) === 'stay';
};

const which: WaveScene = {
  name: 'which',
  address: `${settings}&voice=maml`,
  below: true,
  run: apart,
  hides: ['heldOut'],
  question: {
    kind: 'choose',
    options: ['less', 'stay', 'more'],
    right(now) {
      const found = ratesIn(now, 'maml');
      return found === null ? null : wayTo(found.answer, found.best);
    },
  },
  claim: stays,
  seen({ lessons }, now) {
    const found = ratesIn(now, 'maml');
    if (found === null) return null;
    const { made, moves } = lessons.all['bi-level'].seen;
    const { answer, curve, best } = found;
    const values = {
      ...{ rate: digits(answer.rate), loss: lossText(curve.loss), best: digits(best) },
      least: lossText(leastOf(found)),
    };
    return say(stays(now) === true ? made : moves, values);
  },
};

const slope: WaveScene = {
  name: 'slope',
  address: `${settings}&voice=maml`,
  below: true,
  run: apart,
};

/** Rates that were learned are worth more than one that was set. */
const learns: WaveClaim = (now) => {
  const [own, set] = [lossIn(now, 'metasgd', 1), lossIn(now, 'maml', 1)];
  return own === null || set === null ? null : own < set;
};

const learned: WaveScene = {
  name: 'learned',
  address: `${settings}&voice=metasgd`,
  below: true,
  run: apart,
  hides: ['heldOut'],
  question: {
    kind: 'choose',
    options: ['better', 'same', 'worse'],
    right(now) {
      const [own, set] = [lossIn(now, 'metasgd', 1), lossIn(now, 'maml', 1)];
      if (own === null || set === null) return null;
      return own < set / 1.1 ? 'better' : own > set * 1.1 ? 'worse' : 'same';
    },
  },
  claim: learns,
  seen({ lessons }, now) {
    const [own, set] = [lossIn(now, 'metasgd', 1), lossIn(now, 'maml', 1)];
    if (own === null || set === null) return null;
    const { paid, unpaid } = lessons.all['bi-level'].seen;
    const values = { metasgd: lossText(own), maml: lossText(set) };
    return say(learns(now) === true ? paid : unpaid, values);
  },
};

/** Which way, asked once more of rates that were learned. */
const again: WaveScene = {
  name: 'again',
  address: `${settings}&voice=metasgd`,
  below: true,
  run: apart,
  again: 'which',
  question: {
    kind: 'choose',
    options: ['less', 'stay', 'more'],
    right(now) {
      const found = ratesIn(now, 'metasgd');
      return found === null ? null : wayTo(found.answer, found.best);
    },
  },
  seen({ lessons }, now) {
    const found = ratesIn(now, 'metasgd');
    if (found === null) return null;
    const values = {
      ...{ loss: lossText(found.curve.loss), best: digits(found.best) },
      least: lossText(leastOf(found)),
    };
    return say(lessons.all['bi-level'].seen.again, values);
  },
};

const pattern: WaveScene = {
  name: 'pattern',
  address: `${settings}&voice=metasgd`,
  below: true,
  run: apart,
};

export const biLevel = lessonOf(which, slope, learned, again, pattern);
