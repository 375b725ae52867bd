/** The words of the page's opening. */

import type { root as en } from '../en/root';
import { message } from '../message';

export const root: typeof en = {
  headline: {
    both: '两个网络在同样的波上练习过。',
    each: '一个的训练目标是正确，另一个的是<i>变得</i>正确。',
  },
  lede: {
    awaited: '它们马上就到。',
    before:
      '现在两者都看到一条从未见过的波上的十个点。两者都离它很远。它们将走同样的梯度步（gradient step）。',
    beforeMoved: '现在两者都看到十个点，其中有些是你放的。它们将走同样的梯度步（gradient step）。',
    after: message(
      '两者都看到了一条新波上的十个点，并走了<b>同样的{step, plural, other {#}}个梯度步</b>。',
    ),
    afterMoved: message(
      '两者都看到了十个点，其中有些是你放的，并走了<b>同样的{step, plural, other {#}}个梯度步</b>。',
    ),
    live: message(
      '两者都从随机开始，现在正在练习：已完成{iteration} / {of}次元迭代（meta-iteration）。图中是每个网络在这条波上{step, plural, =0 {走任何梯度步之前} other {走#个梯度步之后}}的样子。',
    ),
    rests: message(
      '两者都从随机开始，已经练习过：{iteration} / {of}次元迭代（meta-iteration）。图中是每个网络在这条波上{step, plural, =0 {走任何梯度步之前} other {走#个梯度步之后}}的样子。',
    ),
    'out-of-reach': '训练好的网络未能加载，因此在这里从头训练两个。',
  },
  figure: message(
    '一条波上的十个点，和两条曲线。{step, plural, =0 {在任何梯度步之前，} other {走#个梯度步之后，}}MAML平均偏离这条波{maml}，联合预训练偏离{joint}。',
  ),
  figureAwaited: '一条波上的十个点，和两条正在计算的曲线。',
  wave: '这条波',
  others: '它本来可能是的其他波',
  dragMe: '拖动我',
  point: '波上的点',
  trainedToBe: '训练目标：正确',
  trainedToBecome: '训练目标：变得正确',
  off: '平均偏离',
  offHelp:
    '与这条波之间距离的均方根，取遍图的整个宽度。波从有东西可学的那些之中随机抽取：高度在3到4.3之间，与所有波的平均不同步，并且点遍布整个宽度。',
  steps: '梯度步',
  stepsSay: message(
    '{step, plural, =0 {第一个梯度步<b>之前</b>} other {走了<b>#</b> / {last}个梯度步之后}}',
  ),
  stepsText: message('{step, plural, =0 {第一步之前} other {#步之后}}'),
  before: '之前',
  play: '一步接一步地走',
  one: '走一步',
  more: message('{count, plural, other {再走#步}}'),
  newWave: '新的波',
  restore: '恢复波上的点',
  watch: '看它如何学会',
  pause: '暂停',
  goOn: '继续',
  trained: '回到训练好的网络',
  madeBy: message(
    '已预先训练：各{iterations}次元迭代，用<code>{command}</code>。这些步子是此时此地走的。',
  ),

  about: {
    title: '学习如何学习',
    text: '知道一条波上的十个点，并不能知道其余部分，除非已经学会了波是什么样的。<b>元学习</b>（meta-learning）练习的正是这一点：它遇到一个又一个小任务，每次改变的不是答案，而是<i>起点</i>，使下一个任务需要的样例更少。MAML即“与模型无关的元学习”（model-agnostic meta-learning），它让梯度下降穿过梯度下降来做到这一点。这里的一切都在你的浏览器中按论文的算法计算；预先训练过的都会说明。',
    lesson: '第1课：两个循环',
    lessons: '全部课程',
    open: '全部设置，全部方法',
  },
  labs: {
    title: '四个实验室',
    regression: {
      title: '从这个起点，一步就够',
      text: '回归：MAML、Reptile等学习如何学习的方法，与两种不这样做的方法并列，波可以由你拖动。',
    },
    optimizers: {
      title: '学习得到的优化器',
      text: '一个LSTM看着梯度，决定每一步。让它与调好的SGD、动量法和Adam竞赛。',
    },
    omniglot: {
      title: '你对八种方法',
      text: '来自你从未见过的字母表的五个字母，每个一张手写图。谁能认出接下来的？',
    },
    memory: {
      title: '名字晚一张才告诉',
      text: '手写图一张接一张出现，每张的名字要等到下一张来时才告诉。权重不再变动的网络，边读边学会这些名字。',
    },
  },
  sources: {
    title: '出处',
    maml: 'Finn, Abbeel and Levine 2017: Model-Agnostic Meta-Learning for Fast Adaptation of Deep Networks',
    reptile: 'Nichol, Achiam and Schulman 2018: On First-Order Meta-Learning Algorithms',
    lstm: 'Andrychowicz et al. 2016: Learning to Learn by Gradient Descent by Gradient Descent',
    prototypical: 'Snell, Swersky and Zemel 2017: Prototypical Networks for Few-Shot Learning',
    omniglot:
      'Lake, Salakhutdinov and Tenenbaum 2015: Human-Level Concept Learning Through Probabilistic Program Induction',
    cite: '引用此页面',
  },
};
