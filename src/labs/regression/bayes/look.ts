/** How Bayes looks where it is studied, beside contenders: in its colour, but not in its pattern, which is for what it says of itself. */

import { dashed, lookOf } from '../../../ui/palette';

export const bayesLook = dashed('bayes', 'solid');
/** What it says of itself. */
export const saidLook = lookOf('bayes');
