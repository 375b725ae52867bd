/** The story of the regression lab: the list that README's "In a lecture" is, as scenes. */

import type { Point } from '../../spec/field';
import { say, sayNumber } from '../../words/format';
import type { Words } from '../../words/words';
import type { Sight, Story } from '../kit/story/story';
import { lossText } from './adaptation/TaskLoss';
import { lossIn } from './heldOut/lossIn';
import { pointsOf, type RegressionLab, type State } from './lab';
import { showNext } from './nextTask';
import { blindErrors, leavesTrainingRange } from './tasks';

/** Meta-iterations after which MAML and joint pre-training have parted, with the settings of the preset. */
const PARTED = 2000;

type Sayings = Words['stories']['regression'];

export const story: Story<RegressionLab, State> = [
  {
    name: 'task',
    part: 'task',
    begin: (lab) => lab.see({ arrange: 'overlay', voice: 'maml', step: 1 }),
    act: showNext,
    done: (now, then) => now.lab.view.shown !== then.lab.view.shown,
    seen: ({ stories }) => stories.regression.anotherTask,
  },
  {
    name: 'untrained',
    part: 'steps',
    begin: (lab) => lab.see({ step: 0 }),
    act: (lab) => lab.see({ step: lab.store.getState().running.testSteps }),
    done: (now, then) => now.lab.view.step !== then.lab.view.step,
    seen({ stories }, now) {
      const { step } = now.lab.view;
      if (now.iteration > 0) return stories.regression.trained;
      const [before, after] = [lossIn(now, 'maml', 0), lossIn(now, 'maml', step)];
      if (before === null || after === null || step === 0) return null;
      const { hardly, already } = stories.regression;
      const values = { before: lossText(before), after: lossText(after), count: step };
      return say(after > 0.8 * before ? hardly : already, values);
    },
  },
  {
    name: 'train',
    part: 'train',
    begin: (lab) => lab.see({ step: 1 }),
    act: (lab) => lab.train(),
    done: (now) => now.iteration >= PARTED,
    seen: ({ stories }, now) => parted(stories.regression, now, 1),
  },
  {
    name: 'goal',
    part: 'compare',
    begin: (lab) => lab.see({ voice: 'maml', step: 1 }),
    act: (lab) => lab.see({ voice: 'joint' }),
    done: (now) => now.lab.view.voice === 'joint',
    seen({ stories }, now) {
      const [maml, joint] = [lossIn(now, 'maml', 0), lossIn(now, 'joint', 0)];
      const [mamlAfter, jointAfter] = [lossIn(now, 'maml', 1), lossIn(now, 'joint', 1)];
      if (maml === null || joint === null || mamlAfter === null || jointAfter === null) return null;
      return say(stories.regression.goals, {
        maml: lossText(maml),
        joint: lossText(joint),
        mamlAfter: lossText(mamlAfter),
        jointAfter: lossText(jointAfter),
      });
    },
  },
  {
    name: 'drag',
    part: 'hero',
    begin: (lab) => lab.see({ voice: 'maml', step: 1 }),
    act(lab) {
      const moved = pointsOf(lab.store.getState()).map(
        ({ x, y }, i): Point => (i === 0 ? { x, y: y > 0 ? y - 3 : y + 3 } : { x, y }),
      );
      lab.see({ points: moved }, 'adapt');
    },
    done: (now, then) =>
      now.lab.view.points !== then.lab.view.points && now.lab.view.points !== null,
    seen: ({ stories }) => stories.regression.dragged,
  },
  {
    name: 'beyond',
    part: 'settings',
    // Points of one's own are of the task before.
    begin: (lab) => lab.see({ step: 1, points: null }, 'adapt'),
    act(lab) {
      const { spec } = lab.store.getState();
      if (spec.task === 'sinusoid')
        lab.change('testAmplitude', [spec.amplitude[1], 2 * spec.amplitude[1]]);
      else lab.change('testScale', 3);
    },
    done: ({ lab }) => leavesTrainingRange(lab.running),
    seen({ stories }, now) {
      const after = lossIn(now, 'maml', 1);
      if (after === null) return null;
      const zero = blindErrors(now.lab.running).zero;
      return say(stories.regression.outside, { after: lossText(after), zero: lossText(zero) });
    },
  },
];

/** How far the two have parted after some steps; that they have not, where they have not. */
function parted({ apart, together }: Sayings, now: Sight<State>, step: number): string | null {
  const [maml, joint] = [lossIn(now, 'maml', step), lossIn(now, 'joint', step)];
  if (maml === null || joint === null) return null;
  const values = {
    at: sayNumber(now.lab.answers.evaluate!.iteration),
    tasks: sayNumber(now.lab.answers.evaluate!.tasks),
    maml: lossText(maml),
    joint: lossText(joint),
  };
  return say(maml < 0.7 * joint ? apart : together, values);
}
