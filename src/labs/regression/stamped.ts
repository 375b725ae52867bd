/** What a figure of the regression lab says besides: of a task, which one, and after how many gradient steps. */

import { say } from '../../words/format';
import type { Stamped } from '../kit/stamped';
import { type State, stepOf, taskInSight } from './lab';
import { nameText } from './own/phrases';
import { ownInSight } from './own/read';
import { taskText } from './taskText';

export const stamped: Stamped<State> = {
  rowsOf(words, state, of) {
    const { answers, running, view } = state;
    if (of !== answers.adapt) return [];
    const { adaptation, groups } = words.regression;
    const found = view.own === '' ? null : ownInSight(running, view.own, view.shown);
    const task = found?.ok ? nameText(words, found.own) : taskText(taskInSight(running, view).task);
    const at = say(adaptation.stepsValue, { at: stepOf(state), of: running.testSteps });
    return [
      { label: groups.task, value: task },
      { label: adaptation.steps, value: at },
    ];
  },
};
