/** The state of the lab on the page. */

import type { LabState } from '../kit/definition';
import type { fields, view } from './fields';
import type { RegressionQuestions } from './questions';

export type State = LabState<typeof fields, typeof view, RegressionQuestions, null>;
