/** What the regression lab says of contenders that read the support points at once, and answer with mean and spread. */

import type { reading as en } from '../en/reading';
import { message } from '../message';

export const reading: typeof en = {
  title: '它们有多大把握？',
  lead: message(
    '{names}{count, plural, one {} other {都}}一次读入所有支持点：没有内循环，也没有步子。所以每一步的曲线都一样，损失是一条水平线。带是均值±σ：如果把握恰当，68%的新点落在带内。',
  ),
  caption: message('{tasks}个留出任务的查询点落在带内的比例'),
  columns: {
    method: '方法',
    half: '50%的带',
    most: '90%的带',
    residual: '在眼前各支持点处的偏差',
  },
  within: message('{name}，落在它的{share}带内的查询点'),
  note: '少于50%和90%：过于自信。多于：还可以更有把握。',
  least: '神经过程的σ不会小于0.1，所以没有噪声时，好的方法也就停在那里。',
  told: '在自己的任务族上，贝叶斯的把握恰如其分；没有噪声时它按0.0001计算，带内几乎包含一切。',
  between: '',
};
