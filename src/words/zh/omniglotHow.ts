/** What stands below the Omniglot lab: what methods are, what is fair about comparing them, and what mattered to one of them. */

import type { omniglotHow as en } from '../en/omniglotHow';
import { message } from '../message';

export const omniglotHow: typeof en = {
  lead: '一个任务（task）里有几个字符，训练时谁也没有见过，每个字符有一两张手写图，合称支持集（support set）。有些方法让自己的权重去适应（adaptation）它；另一些则在学到的空间里比较手写图。它们共用一种网络：四层等宽的小卷积，除非选了全连接层。字母表网络有自己的网络，四层卷积逐层加宽；比较像素则不需要网络。',
  fair: '公平，公平到什么程度',
  fairness:
    '每种方法都看同样的留出任务（held-out task），从同样的网络主体开始，只有字母表网络例外。训练按各自的论文：MAML看到的任务与测试任务相似，做嵌入（embedding）的方法一次看到更多类别，Reptile看到更多手写图。字母表网络不出自论文；它看到的是同一字母表中成对的手写图。训练好的方法与论文的不同之处，见其预设的说明。没有哪个字符同时属于两个划分；旋转后的字符只在训练中算作新的类别。',
  licence: 'Omniglot：Lake、Salakhutdinov和Tenenbaum 2015，MIT许可证。',
  mattered: {
    title: '什么对字母表网络有用',
    lead: message(
      '从{iterations, number}次元迭代的训练中去掉配方的每一部分：它在五种留出的字母表上值多少个百分点的错误率；完整的配方在{questions, number}题中错{whole}%。预先测得，{date}，用这些命令：',
    ),
    axis: '减少的百分点 · 越长越重要',
    part: '配方的一部分',
    points: '百分点',
    without: '错误率',
    here: '在这里训练',
    parts: {
      time: message('{longer, number}次元迭代，而不是{iterations, number}次'),
      normalising: '手写图归一化',
      alphabet: '每个回合取自同一字母表，由两人书写',
      rate: '最大学习率0.008，而非0.003',
    },
    change: message('{without} → {whole}%'),
    other: message('别处{points}'),
    train: message('去掉它再训练：{part}'),
    trainLonger: message('训练{longer, number}次元迭代'),
    whole: message('训练完整的配方，{iterations, number}次元迭代'),
    noise:
      '每项只有一个随机种子：不到两个百分点的差别可能只是运气。各部分合起来的作用，可能大于也可能小于它们之和。',
    elsewhere: message(
      '<mark></mark>另一个程序的数值：PyTorch 1.13，各约1,300次元迭代（单核1.5分钟，对照为16分钟）；它们不是由此页面测得的。',
    ),
    page: '在页面中训练时，手写图每边28个像素，任务是本实验室的任务：数值也自成一套。',
  },
};
