/** What of an address could not be used, told with the words of `spec`. */

import { notify } from '../../session/notices';
import { problemText } from '../../spec/phrases';
import type { Problem } from '../../spec/spec';
import { say } from '../../words/format';

const MOST_PROBLEMS = 6;

export function tellProblems(problems: readonly Problem[]): void {
  notify({
    key: 'address',
    tone: 'warning',
    message: ({ spec }) => say(spec.bad, { count: problems.length }),
    hint: (words) => {
      const shown = problems.slice(0, MOST_PROBLEMS).map((p) => problemText(words, p));
      const more = problems.length - shown.length;
      return [...shown, ...(more > 0 ? [say(words.spec.more, { more })] : [])].join(' ');
    },
  });
}
