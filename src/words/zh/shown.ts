/** What is said below a page within another one, and of parts that a link names. */

import type { shown as en } from '../en/shown';
import { message } from '../message';

export const shown: typeof en = {
  open: '在Inner Loop中打开 ↗',
  waits: '此页面的另一部分正在训练，这一部分在等待轮到自己。',
  takeOver: '现在就在这里训练',
  leave: '不再等待',
  unknown: message('链接要求显示此页面没有的内容：{names}。'),
};
