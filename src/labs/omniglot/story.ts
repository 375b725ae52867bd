/** The story of the Omniglot lab: from one drawing of each to all of them read. */

import { say } from '../../words/format';
import type { Words } from '../../words/words';
import type { Sight, Story } from '../kit/story/story';
import { outcomeOf } from './episode/episode';
import { episodeAfter } from './fields';
import { type OmniglotLab, type State, shownMethods, stepOf } from './lab';
import type { MethodName } from './methods/registry';

/** Whose answers stand under the drawings, if they are of a method. */
function judgeOf({ spec, running, view: { judge } }: State): MethodName | null {
  const shown = shownMethods({ spec, running });
  return judge !== 'you' && shown.includes(judge) ? judge : (shown[0] ?? null);
}

/** What a method has right in the episode after a step. */
function right({ lab }: Sight<State>, name: MethodName, step: number) {
  const task = lab.answers.episode;
  if (!task?.complete) return null;
  const { right, total } = outcomeOf(name, task, step, lab.running.testSteps)?.score ?? {};
  return right === undefined || !total ? null : { right, total };
}

const labelOf = (words: Words, name: MethodName): string => words.contenders[name].label;

export const story: Story<OmniglotLab, State> = [
  {
    name: 'steps',
    part: 'steps',
    begin: (lab) => lab.see({ step: 0, judge: judgeOf(lab.store.getState()) ?? 'you' }),
    act: (lab) => lab.see({ step: lab.store.getState().running.testSteps }),
    done: (now, then) => stepOf(now.lab) > stepOf(then.lab),
    seen(words, now) {
      const name = judgeOf(now.lab);
      if (name === null) return null;
      const [before, after] = [right(now, name, 0), right(now, name, stepOf(now.lab))];
      if (before === null || after === null) return null;
      return say(words.stories.omniglot.read, {
        name: labelOf(words, name),
        before: before.right,
        after: after.right,
        total: after.total,
        count: stepOf(now.lab),
      });
    },
  },
  {
    name: 'another',
    part: 'task',
    act(lab) {
      lab.forgetAnswer('episode');
      lab.see({ episode: episodeAfter(lab.store.getState().view.episode) }, 'episode');
    },
    done: (now, then) => now.lab.view.episode !== then.lab.view.episode,
    seen: ({ stories }) => stories.omniglot.others,
  },
  {
    name: 'judges',
    part: 'score',
    act(lab) {
      const now = lab.store.getState();
      const shown = shownMethods(now);
      const judge = judgeOf(now);
      const place = judge === null ? -1 : shown.indexOf(judge);
      lab.see({ judge: shown[(place + 1) % shown.length]! });
    },
    done: (now, then) => now.lab.view.judge !== then.lab.view.judge,
    seen(words, now) {
      const name = judgeOf(now.lab);
      const score = name === null ? null : right(now, name, stepOf(now.lab));
      if (name === null || score === null) return null;
      const values = { name: labelOf(words, name), ...score };
      return say(words.stories.omniglot.answers, values);
    },
  },
  {
    name: 'statistics',
    part: 'settings',
    act(lab) {
      const { statistics } = lab.store.getState().running;
      lab.change('statistics', statistics === 'inductive' ? 'transductive' : 'inductive');
    },
    done: (now, then) => now.lab.running.statistics !== then.lab.running.statistics,
    seen: ({ stories }) => stories.omniglot.normalised,
  },
  {
    name: 'lake',
    part: 'task',
    act: (lab) => lab.see({ test: 'lake' }),
    done: (now, then) => now.lab.view.test !== then.lab.view.test,
    seen: ({ stories }) => stories.omniglot.lake,
  },
];
