/** When adaptation breaks: tasks and inputs outside of what was practised; mean and median. */

import { lossText } from '../labs/regression/adaptation/TaskLoss';
import { lossIn } from '../labs/regression/heldOut/lossIn';
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
    kind: 'choose',
    options: ['maml', 'joint', 'random'],
    right(now) {
      const losses = three(now, 1);
      if (losses === null) return null;
      return (Object.keys(losses) as (keyof typeof losses)[]).reduce((a, b) =>
        losses[b] < losses[a] ? b : a,
      );
    },
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

const prior: WaveScene = { name: 'prior', address: settings, run: apart };

export const breaks = lessonOf(higher, wider, prior);
