/** The words of what is pinned. */

import { message } from '../message';

export const pins = {
  pin: message<{ name: string }>('Pin {name}'),
  short: 'Pin',
  at: message<{ at: string }>('at {at}'),
  more: message<{ count: number }>('{count} more'),
  take: message<{ name: string }>('Take away what is pinned: {name}'),
  taken: 'Taken away.',
  back: 'Pin it again',
};
