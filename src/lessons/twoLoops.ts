/** Two loops: what MAML is trained for, before and after a step; and the two loops themselves, line by line. */

import { lossText } from '../labs/regression/adaptation/TaskLoss';
import { curveIn, lossIn } from '../labs/regression/heldOut/lossIn';
import { blindErrors } from '../labs/regression/tasks';
import { say } from '../words/format';
import { lessonOf } from './lesson';
import {
  apart,
  atStops,
  stops,
  type WaveClaim,
  type WaveScene,
  type WaveSight,
  waves,
} from './sinusoids';

const settings = `${waves}&voice=maml`;

/** How MAML stands to joint pre-training before any step. */
const before = (now: WaveSight) => {
  const [maml, joint] = [lossIn(now, 'maml', 0), lossIn(now, 'joint', 0)];
  if (maml === null || joint === null) return null;
  return {
    maml,
    joint,
    stands: maml < 0.75 * joint ? 'below' : maml > 1.33 * joint ? 'above' : 'same',
  };
};

/** One step brings MAML to much less than joint pre-training. */
const isApart: WaveClaim = (now) => {
  const [maml, joint] = [lossIn(now, 'maml', 1), lossIn(now, 'joint', 1)];
  return maml === null || joint === null ? null : maml < 0.7 * joint;
};

const untrained: WaveScene = {
  name: 'before',
  address: `${settings}&step=0`,
  part: 'hero',
  run: apart,
  withholds: ['heldOut'],
  question: {
    kind: 'choose',
    options: ['below', 'same', 'above'],
    right: (now) => before(now)?.stands ?? null,
  },
  claim: (now) => {
    const stands = before(now)?.stands;
    return stands === undefined ? null : stands !== 'below';
  },
  seen({ lessons }, now) {
    const both = before(now);
    if (both === null) return null;
    const { equal, better } = lessons.all['two-loops'].seen;
    const { best } = blindErrors(now.lab.running);
    return say(both.stands === 'below' ? better : equal, {
      maml: lossText(both.maml),
      joint: lossText(both.joint),
      best: lossText(best),
      tasks: now.lab.answers.evaluate!.tasks,
    });
  },
};

const one: WaveScene = {
  name: 'one',
  address: `${settings}&step=0`,
  part: 'steps',
  run: apart,
  hides: ['heldOut'],
  question: { kind: 'draw', at: stops, top: 4, right: (now) => atStops(curveIn(now, 'maml')) },
  reveal: (lab) => lab.see({ step: 1 }),
  claim: isApart,
  seen({ lessons }, now) {
    const [maml, joint] = [lossIn(now, 'maml', 1), lossIn(now, 'joint', 1)];
    const start = lossIn(now, 'maml', 0);
    if (maml === null || joint === null || start === null) return null;
    const { apart: parted, together } = lessons.all['two-loops'].seen;
    return say(isApart(now) === true ? parted : together, {
      ...{ start: lossText(start), maml: lossText(maml), joint: lossText(joint) },
      tasks: now.lab.answers.evaluate!.tasks,
    });
  },
};

const loops: WaveScene = {
  name: 'loops',
  address: `${settings}&step=1`,
  run: apart,
};

const walk: WaveScene = {
  name: 'walk',
  address: `${settings}&step=1&microscope=open`,
  part: 'walk',
  below: true,
  run: apart,
  reveal: (lab) => lab.see({ line: 1 }),
};

/** The question of the first scene once more, as those ask it who have only heard of it. */
const again: WaveScene = {
  name: 'again',
  address: `${settings}&step=0`,
  run: apart,
  again: 'before',
  question: {
    kind: 'choose',
    options: ['answer', 'start'],
    right: (now) => (isApart(now) === true && before(now)?.stands !== 'below' ? 'start' : null),
  },
  reveal: (lab) => lab.see({ step: 1 }),
  seen({ lessons }, now) {
    const [start, maml] = [lossIn(now, 'maml', 0), lossIn(now, 'maml', 1)];
    if (start === null || maml === null) return null;
    const { best } = blindErrors(now.lab.running);
    const values = { start: lossText(start), maml: lossText(maml), best: lossText(best) };
    return say(lessons.all['two-loops'].seen.away, values);
  },
};

export const twoLoops = lessonOf(untrained, one, loops, walk, again);
