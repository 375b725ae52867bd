/** What a lesson's picture of two tasks as two bowls says. */

import type { bowls as en } from '../en/bowls';
import { message } from '../message';

export const bowls: typeof en = {
  title: '两个任务，两只碗',
  lead: '每种阴影是一个任务在两个权重上的损失，在它的十字处为0。每个任务都从θ出发，以学习率α走自己的一个梯度步。把θ拖到走一步之后对两者最好的地方。',
  theta: '初始化θ',
  task: message('任务{number}'),
  /** What a screen reader says of θ as it moves. */
  spoken: message('{position}；走一步之后的平均损失{after}'),
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
    best: '走一步之后，各处中最好',
  },
  show: '显示最佳位置',
  hide: '隐藏最佳位置',
  places: {
    caption: '箭头表示一种方法把θ移向哪里，不表示移多远；标记表示θ最后停在哪里。',
    method: '方法',
    now: '标记处的平均损失',
    after: '走一步之后',
    nowhere: '没有',
    hidden: '?',
  },
};
