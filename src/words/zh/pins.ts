/** The words of what is pinned. */

import type { pins as en } from '../en/pins';
import { message } from '../message';

export const pins: typeof en = {
  pin: message('固定{name}'),
  short: '固定',
  at: message('在{at}'),
  more: message('还有{count}个'),
  take: message('取下固定的{name}'),
  taken: '已取下。',
  back: '重新固定',
};
