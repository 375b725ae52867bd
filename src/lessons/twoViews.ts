/** Two views of one thing: a machine that reads data sets, and a belief that is updated by them. */

import { lossText } from '../labs/regression/adaptation/TaskLoss';
import type { PointsAnswer } from '../labs/regression/bayes/question';
import { digits } from '../words/digits';
import { say, sayNumber } from '../words/format';
import { lessonOf } from './lesson';
import { apart, type WaveClaim, type WaveScene, type WaveSight } from './sinusoids';

const settings =
  'preset=sinusoid-10shot&contenders=maml,joint&noise=0.3&voice=maml&step=1&microscope=bayes';

/** The losses against the number of points, of now; null while they are not there. */
function byPoints({ lab, iteration, training }: WaveSight): PointsAnswer | null {
  const { points } = lab.answers;
  const holds = training || points?.iteration === (lab.lookBack ?? iteration);
  return holds && points?.steps === lab.view.step ? points : null;
}

const at = ({ counts }: PointsAnswer, losses: readonly number[], count: number): number =>
  losses[counts.indexOf(count)]!;

/** Where a wave is known to be a wave, few points settle it. */
const settles: WaveClaim = (now) => {
  const found = byPoints(now);
  if (found === null) return null;
  const { loss } = found.bayes;
  return at(found, loss, 3) < at(found, loss, 1) / 4 && at(found, loss, 10) < 0.05;
};

const band: WaveScene = {
  name: 'band',
  address: settings,
  below: true,
  run: apart,
  hides: ['heldOut'],
  question: {
    kind: 'draw',
    at: [1, 2, 3, 5, 10],
    top: 3,
    right: (now) => byPoints(now)?.bayes.loss ?? null,
  },
  claim: settles,
  seen({ lessons }, now) {
    const found = byPoints(now);
    if (found === null) return null;
    const { settled, slow } = lessons.all['two-views'].seen;
    const { loss } = found.bayes;
    const values = {
      ...{ one: digits(at(found, loss, 1)), three: digits(at(found, loss, 3)) },
      ten: digits(at(found, loss, 10)),
    };
    return say(settles(now) === true ? settled : slow, values);
  },
};

interface Times {
  readonly times: number;
  readonly maml: number;
  readonly bayes: number;
}

/** How many times farther off MAML is than Bayes, from ten points. */
function timesIn(now: WaveSight): Times | null {
  const found = byPoints(now);
  const curve = found?.curves.maml;
  if (found === null || curve === undefined) return null;
  const [maml, bayes] = [at(found, curve, 10), at(found, found.bayes.loss, 10)];
  return Number.isFinite(maml) ? { times: maml / bayes, maml, bayes } : null;
}

const timesText = ({ times, maml, bayes }: Times) => ({
  ...{ maml: lossText(maml), bayes: digits(bayes) },
  times: times < 10 ? digits(times) : sayNumber(Math.round(times)),
});

const isCoarse: WaveClaim = (now) => {
  const found = timesIn(now);
  return found === null ? null : found.times > 10;
};

const beside: WaveScene = {
  name: 'beside',
  address: settings,
  below: true,
  run: apart,
  hides: ['heldOut'],
  question: {
    kind: 'choose',
    options: ['same', 'few', 'many'],
    right(now) {
      const found = timesIn(now);
      if (found === null) return null;
      return found.times > 10 ? 'many' : found.times > 1.5 ? 'few' : 'same';
    },
  },
  claim: isCoarse,
  seen({ lessons }, now) {
    const found = timesIn(now);
    if (found === null) return null;
    const { coarse, close } = lessons.all['two-views'].seen;
    return say(isCoarse(now) === true ? coarse : close, timesText(found));
  },
};

const views: WaveScene = { name: 'views', address: settings, below: true, run: apart };

/** How far off MAML is, asked once more. */
const again: WaveScene = {
  name: 'again',
  address: settings,
  below: true,
  run: apart,
  hides: ['heldOut'],
  again: 'beside',
  seen({ lessons }, now) {
    const found = timesIn(now);
    if (found === null) return null;
    return say(lessons.all['two-views'].seen.again, timesText(found));
  },
};

/** What it says of itself, and what is so, after five points. */
function saidIn(now: WaveSight): { said: number; loss: number } | null {
  const found = byPoints(now);
  if (found === null) return null;
  return { said: at(found, found.bayes.said, 5), loss: at(found, found.bayes.loss, 5) };
}

/** A belief that is right knows how wrong it is. */
const knowsItself: WaveClaim = (now) => {
  const found = saidIn(now);
  return found === null ? null : Math.abs(Math.log(found.loss / found.said)) < Math.log(1.5);
};

const knows: WaveScene = {
  name: 'knows',
  address: settings,
  below: true,
  run: apart,
  hides: ['heldOut'],
  question: {
    kind: 'choose',
    options: ['less', 'same', 'more'],
    right(now) {
      const found = saidIn(now);
      if (found === null) return null;
      return knowsItself(now) === true ? 'same' : found.loss < found.said ? 'less' : 'more';
    },
  },
  claim: knowsItself,
  seen({ lessons }, now) {
    const found = saidIn(now);
    if (found === null) return null;
    const { known, unknown } = lessons.all['two-views'].seen;
    const values = { said: digits(found.said), loss: digits(found.loss) };
    return say(knowsItself(now) === true ? known : unknown, values);
  },
};

export const twoViews = lessonOf(band, beside, views, again, knows);
