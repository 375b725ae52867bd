/** What the pictures of lessons say: of a memory cell that holds a weight, and of pages of an invented language. */

import type { pictures as en } from '../en/pictures';
import { message } from '../message';

export const pictures: typeof en = {
  cell: {
    title: '一个权重的十步',
    forget: '遗忘门f',
    input: '输入门i',
    loss: '损失随权重θ的变化',
    start: '起点',
    ends: '终止于',
    lossThere: '该处的损失',
    kept: '没有梯度时权重剩下的份额',
    drawn: message('权重在十步中从{from}走到{to}；损失在{least}处最小。'),
  },
  gates: {
    cell: '第t步之后的权重，是f乘以之前的权重，再加上i乘以下坡方向。',
    input: '输入门是梯度、损失、权重和之前的门值的加权和再经压缩，其中的权重是学习得到的。',
    forget: '遗忘门也一样，有自己学习得到的权重。',
    source:
      'Ravi and Larochelle 2017，“Optimization as a Model for Few-Shot Learning”，第3节。与它并列的是另一种学习得到的优化器，即Andrychowicz et al. 2016的优化器。',
  },
  reading: {
    end: '文档A，最后60个token',
    beginning: '文档B，最初60个token',
    better: '计数者预期得更好',
    worse: '预期得更差',
  },
  memories: {
    update: '一段之后的动态权重，是元学习器g由之前的动态权重、其损失的梯度和慢权重得出的。',
    goal: '训练的目标是使各段损失之和小，每个损失都在从中学习之前测量。',
    source:
      'Wolf, Chaumond and Delangue 2018，“Meta-Learning a Dynamical Language Model”，arXiv 1803.10631。采用我们的记号；论文中的更新有自己的门。',
  },
};
