/** By what somebody is judged that has steps of its own. */

import type { Judged } from '../../contenders/sheets';
import { ownOf } from '../kit/ownFields';
import type { RegressionSpec } from './fields';
import { type ContenderName, sheetOf } from './methods';

/** Whether what is shown of it is its initialisation alone, under the gradient descent of the others. */
export function isFromStart(name: ContenderName, spec: RegressionSpec): boolean {
  const own: { readonly judged?: Judged } = ownOf(name, sheetOf(name), spec);
  return own.judged === 'descent';
}
