/** How Bayes looks: it is no contender, and has a colour that none of this lab has. */

import type { Look } from '../../../ui/palette';

export const bayesLook: Look = { color: 'var(--violet)', dash: undefined };
/** What it says of itself. */
export const saidLook: Look = { color: 'var(--violet)', dash: '2 4' };
