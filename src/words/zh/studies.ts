/** What the studies below the regression lab say: of the rate of a step, and of who knows the family of tasks. */

import type { studies as en } from '../en/studies';
import { message } from '../message';

export const studies: typeof en = {
  close: '关闭',
  awaited: '数字马上就到。',
  rates: {
    title: message('{label}：它的步子该走多远？'),
    lead: '起点θ不变；只有支持点上的那一步变短或变长。虚线是切线：−⟨查询点上φ处的∇L，支持点上θ处的∇L⟩，这两个梯度MAML本来就有。拖动这个点，或用方向键移动它。',
    own: '它用自己的各个学习率来适应。这里把它们都乘以同一个数；为1时保持原样。',
    curve: '一步之后的损失',
    loss: '查询损失',
    alpha: 'α',
    factor: '它的学习率的倍数',
    handle: '内学习率α',
    spoken: message('{rate}；一步之后的损失{loss}'),
    over: '损失取自',
    of: {
      many: message('{tasks}个留出任务'),
      one: '当前任务',
    },
    numbers: {
      title: '在现在的学习率处',
      rate: '现在的α',
      factor: '它的学习率的倍数',
      loss: '一步之后的损失',
      slope: '斜率dL/dα',
      best: '试过的之中最好的',
    },
    ways: {
      more: message('更长的一步会更好：在{best}处损失为{least}。'),
      less: message('更短的一步会更好：在{best}处损失为{least}。'),
      stay: '在试过的学习率中，没有比现在附近的更好的。',
    },
    take: message('把α设为{best}'),
    learned:
      'Meta-SGD沿着这个斜率走：除θ之外，外循环还移动每个权重的学习率。把它加入比较的方法，看看它学到什么。',
    absent: '它没有参加这次运行：没有它的步子可走。',
    tangent: '切线',
  },
  bayes: {
    title: '知道任务族的贝叶斯',
    lead: '它什么也没有练习过。它被告知任务是什么样的，即振幅和相位的范围以及噪声的大小，并由各点推算哪些波仍有可能。拖动一个点。',
    onlyWaves: '只对正弦函数作了推算。',
    plot: '它所相信的',
    name: '贝叶斯',
    mean: '贝叶斯，均值',
    low: '贝叶斯，均值 − 标准差',
    high: '贝叶斯，均值 + 标准差',
    points: '点数',
    pointsAt: message('{count, plural, other {#}}个点'),
    noise: '它所考虑的噪声',
    noiseAt: message('标准差{noise}'),
    seen: message(
      '看过{count, plural, other {#}}个点之后，贝叶斯的误差为{bayes}，它自己说是{said}：取遍这个任务的输入的均方误差。',
    ),
    beside: message('{label}走{steps, plural, other {#}}步之后，误差为{loss}。'),
    against: '损失随点数的变化',
    key: '带状区域是均值两侧各一个标准差；细线是从它所相信的分布中抽取的波。',
    count: '点数',
    loss: '平方误差',
    said: '贝叶斯，按它自己所说',
    over: message(
      '{tasks}个留出任务，与波本身相比；各方法走{steps, plural, other {#}}步之后；噪声{noise}。',
    ),
  },
};
