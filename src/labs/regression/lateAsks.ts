/**
 * What parts of the lab that are loaded late ask the worker: each puts its rule here when it comes, and nothing of it is
 * asked before. So the first view does not carry what most visits never open.
 */

import type { AskRules } from '../kit/questions';
import type { RegressionQuestions } from './questions';
import type { RegressionSnapshot } from './snapshot';
import type { State } from './state';

export type Rules = AskRules<State, RegressionSnapshot, RegressionQuestions>;

const ask = () => null;
export const lateAsks: Pick<
  Rules,
  'trace' | 'faded' | 'gates' | 'implicit' | 'rates' | 'points' | 'limit'
> = {
  trace: { ask },
  faded: { ask },
  gates: { ask },
  implicit: { ask },
  rates: { ask },
  points: { ask },
  limit: { ask },
};
