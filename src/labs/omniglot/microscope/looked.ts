/** What is looked at: the next meta-iteration of a method, from where it stands. */

import type { Iteration } from '../../../contenders/outerLoop';
import type { State } from '../../../contenders/state';
import type { MethodName } from '../methods/registry';
import type { SharedSpec } from '../methods/sharedFields';
import type { Workplace } from '../methods/workplace';

export interface Looked {
  readonly made: Iteration;
  readonly state: State;
  readonly name: MethodName;
  readonly place: Workplace;
  readonly spec: SharedSpec;
}
