/** What a figure of the Omniglot lab says besides: how long its methods were trained before the run, and what its tasks are. */

import { sayList } from '../../words/format';
import type { Stamped } from '../kit/stamped';
import type { State } from './lab';
import { kindTexts } from './phrases';

export const stamped: Stamped<State> = {
  beforehand: ({ origin }) => Object.values(origin).map(({ iterations }) => iterations),
  rowsOf(words, { answers, running }, _of, remarks) {
    const source = answers.episode?.source ?? running.characters;
    const ungranted = remarks.some(({ code }) => code === 'few-alphabets');
    const kinds = kindTexts(words, running, { source, ungranted });
    if (kinds.length === 0) return [];
    return [{ label: words.omniglot.groups.tasks, value: sayList(kinds) }];
  },
};
