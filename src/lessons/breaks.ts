/** When adaptation breaks: tasks and inputs outside of what was practised; mean and median. */

import { lossText } from '../labs/regression/adaptation/TaskLoss';
import { curveIn, lossIn } from '../labs/regression/heldOut/lossIn';
import { blindErrors } from '../labs/regression/tasks';
import { say } from '../words/format';
import { lessonOf } from './lesson';
import { apart, type WaveClaim, type WaveScene, type WaveSight, waves } from './sinusoids';

const settings = `${waves}&voice=maml&step=1`;

const three = (now: WaveSight, step: number) => {
  const [maml, joint, random] = (['maml', 'joint', 'random'] as const).map((name) =>
    lossIn(now, name, step),
  );
  return maml == null || joint == null || random == null ? null : { maml, joint, random };
};

/** Who is how far off, the least first. */
function order(now: WaveSight, step: number) {
  const losses = three(now, step);
  if (losses === null) return null;
  return (['maml', 'joint', 'random'] as const).toSorted((a, b) => losses[a] - losses[b]);
}

/** Twice as high as in practice: MAML loses most of what it was worth, and is first all the same. */
const isFirst: WaveClaim = (now) => {
  const losses = three(now, 1);
  return losses === null ? null : losses.maml < losses.joint && losses.maml > 1;
};

/** Where inputs leave those of practice, the first step makes MAML worse. */
const reverses: WaveClaim = (now) => {
  const [before, after] = [lossIn(now, 'maml', 0), lossIn(now, 'maml', 1)];
  return before === null || after === null ? null : after > before;
};

const higher: WaveScene = {
  name: 'higher',
  address: `${settings}&testAmplitude=5,8`,
  run: apart,
  question: {
    kind: 'rank',
    options: ['random', 'maml', 'joint'],
    right: (now) => order(now, 1),
  },
  claim: isFirst,
  seen({ lessons }, now) {
    const losses = three(now, 1);
    if (losses === null) return null;
    const { zero } = blindErrors(now.lab.running);
    const { maml, joint } = losses;
    const values = { maml: lossText(maml), joint: lossText(joint), zero: lossText(zero) };
    return say(lessons.all.breaks.seen.higher, values);
  },
};

const wider: WaveScene = {
  name: 'wider',
  address: `${settings}&testInputRange=-8,8`,
  run: apart,
  question: {
    kind: 'choose',
    options: ['better', 'same', 'worse'],
    right(now) {
      const [before, after] = [lossIn(now, 'maml', 0), lossIn(now, 'maml', 1)];
      if (before === null || after === null) return null;
      return after > 1.1 * before ? 'worse' : after < before / 1.1 ? 'better' : 'same';
    },
  },
  claim: reverses,
  seen({ lessons }, now) {
    const [before, after] = [lossIn(now, 'maml', 0), lossIn(now, 'maml', 1)];
    if (before === null || after === null) return null;
    const { reversed, kept } = lessons.all.breaks.seen;
    const values = { before: lossText(before), after: lossText(after) };
    return say(reverses(now) === true ? reversed : kept, values);
  },
};

/** Steps that were not practised, and of how many waves they make ruins; null while that is not there. */
function beyond(now: WaveSight) {
  const medians = curveIn(now, 'maml', 'median');
  const curve = now.lab.answers.evaluate?.curves.maml;
  const [mean, last] = [lossIn(now, 'maml', STEPS), curve?.ranAway[STEPS]];
  if (medians === null || mean === null || last === undefined) return null;
  return { one: medians[1]!, ten: medians[STEPS]!, mean, ruined: last };
}

const STEPS = 10;

/** It goes better with most waves, and some are carried away. */
const ruins: WaveClaim = (now) => {
  const found = beyond(now);
  return found === null ? null : found.ten < found.one && found.ruined > 0;
};

/** Of seeds 1 to 5, this one begins a run that some waves run away from. */
const further: WaveScene = {
  name: 'further',
  address: `${settings.replace('step=1', `step=${STEPS}`)}&seed=3`,
  run: apart,
  hides: ['heldOut'],
  question: {
    kind: 'choose',
    options: ['all', 'most', 'worse'],
    right(now) {
      const found = beyond(now);
      if (found === null) return null;
      return found.ruined > 0 ? 'most' : found.ten < found.one ? 'all' : 'worse';
    },
  },
  claim: ruins,
  seen({ lessons }, now) {
    const found = beyond(now);
    if (found === null) return null;
    const { ruined, unharmed } = lessons.all.breaks.seen;
    const values = { one: lossText(found.one), ten: lossText(found.ten) };
    const { tasks } = now.lab.answers.evaluate!;
    return found.ruined > 0
      ? say(ruined, { ...values, ruined: found.ruined, tasks, mean: lossText(found.mean) })
      : say(unharmed, { ...values, tasks });
  },
};

const again: WaveScene = {
  name: 'again',
  address: `${settings.replace('step=1', `step=${STEPS}`)}&testAmplitude=5,8`,
  run: apart,
  hides: ['heldOut'],
  again: 'higher',
  question: {
    kind: 'rank',
    options: ['random', 'maml', 'joint'],
    right: (now) => order(now, STEPS),
  },
  claim: (now) =>
    order(now, STEPS)?.every((name, i) => name === ['maml', 'joint', 'random'][i]) ?? null,
  seen({ lessons }, now) {
    const losses = three(now, STEPS);
    if (losses === null) return null;
    const { maml, joint, random } = losses;
    const values = { maml: lossText(maml), joint: lossText(joint), random: lossText(random) };
    return say(lessons.all.breaks.seen.again, values);
  },
};

const prior: WaveScene = { name: 'prior', address: settings, run: apart };

export const breaks = lessonOf(higher, wider, further, again, prior);
