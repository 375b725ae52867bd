/** The words of what there is to see in the regression lab once its contenders have learned, or run away. */

import type { seen as en } from '../en/seen';
import { message } from '../message';

export const seen: typeof en = {
  away: message(
    '{name}在适应时失控：{step, plural, other {#}}步之后，{tasks}个留出任务中有{count}个如此。',
  ),
  lower: message('请调低{rates}。'),
  ranAwayOn: message('{name}有{count}个（全部任务的中位数{median}）'),
  ranAway: message(
    '{steps, plural, other {#}}步之后，{tasks}个留出任务中有一些失控：{list}。均值取自其余任务。减少步数或调小{rates}可以避免。',
  ),
  maml: '在适应之前，MAML并不比其他方法好。一个梯度步就改变了这一点。',
  joint: '联合预训练找到了平均任务，以及几步走不开的权重。',
  metasgd:
    'Meta-SGD与MAML训练的步数相同，并且恰好在这些步之后最好：超过这些步，学习得到的学习率就会使它失控。移动<i>梯度步</i>看看。',
};
