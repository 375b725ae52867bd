/** What is wrong with the average: joint pre-training, before and after a task's points. */

import { lossText } from '../labs/regression/adaptation/TaskLoss';
import { curveIn, lossIn } from '../labs/regression/heldOut/lossIn';
import { blindErrors } from '../labs/regression/tasks';
import { say } from '../words/format';
import { lessonOf } from './lesson';
import { apart, atStops, stops, type WaveClaim, type WaveScene } from './sinusoids';

const settings = 'preset=sinusoid-10shot&contenders=joint,random&voice=joint';

/** Joint pre-training before a step against the best that can be said without a point. */
const isAverage: WaveClaim = (now) => {
  const loss = lossIn(now, 'joint', 0);
  const { best, zero } = blindErrors(now.lab.running);
  return loss === null ? null : loss < zero && loss < 1.25 * best;
};

/** Ten steps from the average of all tasks leave most of the error. */
const stays: WaveClaim = (now) => {
  const [before, after] = [lossIn(now, 'joint', 0), lossIn(now, 'joint', 10)];
  return before === null || after === null ? null : after > before / 3;
};

const waves: WaveScene = {
  name: 'tasks',
  address: `${settings}&step=0`,
  part: 'task',
};

const pooled: WaveScene = {
  name: 'pooled',
  address: `${settings}&step=0`,
  run: apart,
  withholds: ['heldOut'],
  question: {
    kind: 'choose',
    options: ['wave', 'average', 'last', 'nothing'],
    right: (now) => (isAverage(now) === true ? 'average' : null),
  },
  claim: isAverage,
  seen({ lessons }, now) {
    const joint = lossIn(now, 'joint', 0);
    if (joint === null) return null;
    const { average, elsewhere } = lessons.all.averaging.seen;
    const { best, zero } = blindErrors(now.lab.running);
    const { tasks } = now.lab.answers.evaluate!;
    const values = { joint: lossText(joint), best: lossText(best), zero: lossText(zero), tasks };
    return say(isAverage(now) === true ? average : elsewhere, values);
  },
};

const steps: WaveScene = {
  name: 'steps',
  address: `${settings}&step=0`,
  run: apart,
  reveal: (lab) => lab.see({ step: 10 }),
  hides: ['heldOut'],
  question: {
    kind: 'draw',
    at: stops,
    top: 4,
    right: (now) => atStops(curveIn(now, 'joint')),
  },
  claim: stays,
  seen({ lessons }, now) {
    const [before, after] = [lossIn(now, 'joint', 0), lossIn(now, 'joint', 10)];
    const random = lossIn(now, 'random', 10);
    if (before === null || after === null || random === null) return null;
    const { stays: slow, moves } = lessons.all.averaging.seen;
    const values = { before: lossText(before), after: lossText(after), random: lossText(random) };
    return say(stays(now) === true ? slow : moves, values);
  },
};

const again: WaveScene = {
  name: 'again',
  address: `${settings}&step=0`,
  run: apart,
  again: 'pooled',
  question: {
    kind: 'choose',
    options: ['knows', 'average'],
    right: (now) => (isAverage(now) === true && stays(now) === true ? 'average' : null),
  },
  seen({ lessons }, now) {
    const [before, after] = [lossIn(now, 'joint', 0), lossIn(now, 'joint', 10)];
    if (before === null || after === null) return null;
    const { best } = blindErrors(now.lab.running);
    const values = { before: lossText(before), best: lossText(best), after: lossText(after) };
    return say(lessons.all.averaging.seen.again, values);
  },
};

const nobodys: WaveScene = { name: 'nobodys', address: `${settings}&step=10` };

export const averaging = lessonOf(waves, pooled, steps, again, nobodys);
