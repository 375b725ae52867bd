/** Reptile on the cubic of Pan, Gao and Zhou: what one inner step is, and what several are. */

import { lossText } from '../labs/regression/adaptation/TaskLoss';
import { curveIn, lossIn } from '../labs/regression/heldOut/lossIn';
import { say } from '../words/format';
import { lessonOf, type Run } from './lesson';
import type { WaveClaim, WaveScene, WaveSight } from './sinusoids';

const single = 'preset=cubic&contenders=reptile,joint&reptileSteps=1&testSteps=10&voice=reptile';
const several = 'preset=cubic&contenders=maml,reptile,joint,random&testSteps=50&voice=reptile';
const run: Run = { until: 2000, seconds: 60 };
const longer: Run = { until: 3000, seconds: 60 };

/** What one step leaves of the loss. */
const left = (now: WaveSight, name: 'reptile' | 'joint' | 'maml' | 'random', step = 1) => {
  const [before, after] = [lossIn(now, name, 0), lossIn(now, name, step)];
  return before === null || after === null ? null : after / before;
};

/** With one inner step, a step on a new task helps Reptile as little as it helps joint pre-training. */
const isJoint: WaveClaim = (now) => {
  const [reptile, joint] = [left(now, 'reptile'), left(now, 'joint')];
  return reptile === null || joint === null ? null : reptile > 0.8 && joint > 0.8;
};

/** The step at which a random start is where MAML is after one, among those that were taken. */
function catches(now: WaveSight): 'three' | 'ten' | 'fifty' | 'never' | null {
  const goal = lossIn(now, 'maml', 1);
  const random = curveIn(now, 'random');
  if (goal === null || random === null) return null;
  const at = random.findIndex((loss) => loss <= goal);
  return at < 0 || at > 50 ? 'never' : at > 10 ? 'fifty' : at > 3 ? 'ten' : 'three';
}

const oneStep: WaveScene = {
  name: 'one',
  address: `${single}&step=1`,
  run,
  question: {
    kind: 'choose',
    options: ['maml', 'fomaml', 'joint', 'none'],
    right: (now) => (isJoint(now) === true ? 'joint' : null),
  },
  claim: isJoint,
  seen({ lessons }, now) {
    const [reptile, joint] = [lossIn(now, 'reptile', 1), lossIn(now, 'joint', 1)];
    const [from, jointFrom] = [lossIn(now, 'reptile', 0), lossIn(now, 'joint', 0)];
    if (reptile === null || joint === null || from === null || jointFrom === null) return null;
    const { joint: alike, other } = lessons.all.reptile.seen;
    const values = { from: lossText(from), reptile: lossText(reptile) };
    const rest = { jointFrom: lossText(jointFrom), joint: lossText(joint) };
    return say(isJoint(now) === true ? alike : other, { ...values, ...rest });
  },
};

const threeSteps: WaveScene = {
  name: 'three',
  address: `${several}&step=1`,
  run: longer,
  claim(now) {
    const [reptile, joint] = [left(now, 'reptile'), left(now, 'joint')];
    return reptile === null || joint === null ? null : reptile < 0.6 * joint;
  },
  seen({ lessons }, now) {
    const [reptile, joint] = [lossIn(now, 'reptile', 1), lossIn(now, 'joint', 1)];
    const maml = lossIn(now, 'maml', 1);
    if (reptile === null || joint === null || maml === null) return null;
    const values = { reptile: lossText(reptile), joint: lossText(joint), maml: lossText(maml) };
    return say(lessons.all.reptile.seen.three, values);
  },
};

const patience: WaveScene = {
  name: 'patience',
  address: `${several}&step=50`,
  run: longer,
  hides: ['heldOut'],
  question: { kind: 'choose', options: ['three', 'ten', 'fifty', 'never'], right: catches },
  claim(now) {
    const when = catches(now);
    return when === null ? null : when === 'fifty' || when === 'never';
  },
  seen({ lessons }, now) {
    const goal = lossIn(now, 'maml', 1);
    const random = curveIn(now, 'random');
    if (goal === null || random === null) return null;
    const at = random.findIndex((loss) => loss <= goal);
    const { caught, uncaught } = lessons.all.reptile.seen;
    const values = {
      maml: lossText(goal),
      random: lossText(random.at(-1)!),
      of: random.length - 1,
    };
    return at < 0 ? say(uncaught, values) : say(caught, { ...values, at });
  },
};

export const reptile = lessonOf(oneStep, threeSteps, patience);
