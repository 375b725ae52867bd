/** What a lesson's picture of two tasks as two bowls says. */

import type { bowls as en } from '../en/bowls';
import { message } from '../message';

export const bowls: typeof en = {
  title: '两个任务，两只碗',
  more: '损失、等高线，以及另一个α',
  theta: '初始化θ',
  task: message('任务{number}'),
  /** What a screen reader says of θ as it moves. */
  spoken: message('{position}；走一步之后的平均损失{after}'),
  lands: message('{position}；任务1落在{first}，任务2落在{second}'),
  drawn: message('两个任务，两只碗：一只陡的在{first}附近，一只平的在{second}附近'),
  contours: {
    label: '等高线',
    now: '平均损失',
    after: '走一步之后的平均损失',
  },
  alpha: '内学习率α',
  numbers: {
    title: 'θ处的损失',
    now: '此处的平均损失',
    after: '从此处走一步之后',
    best: '走一步之后，所有位置中的最小值',
  },
  places: {
    caption:
      '箭头表示一种方法把θ移向哪里，不表示移多远；标记表示θ最后停在哪里；虚线圆环是你放θ的地方。',
    method: '方法',
    now: '标记处的平均损失',
    after: '走一步之后',
    nowhere: '无处停下',
  },
};
