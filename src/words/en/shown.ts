/** What is said below a page within another one, and of parts that a link names. */

import { message } from '../message';

export const shown = {
  open: 'Open in Inner Loop ↗',
  waits: 'Another part of this page is training. This one waits for its turn.',
  takeOver: 'Train here now',
  leave: 'Do not wait',
  unknown: message<{ names: string }>('The link asks for what this page does not have: {names}.'),
};
