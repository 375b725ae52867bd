/** What the microscope says: each line of an algorithm in plain words, and what it has come to, in the run's own numbers. */

import type { microscope as en } from '../en/microscope';
import { message } from '../message';

export const microscope: typeof en = {
  title: message('{label}，第{at}次元迭代，逐行看'),
  close: '关闭',
  listing: '算法',
  place: '记录中的位置',
  placeAt: message('{at} / {of}：{line}'),
  first: '抽取',
  back: '返回',
  next: '下一行',
  play: '播放',
  stop: '停止',
  take: '训练这次元迭代',
  task: '任务',
  taskAt: message('任务{at}，共{of}个'),
  inStep: message('第{k}步，共{of}步'),
  awaited: '正在记录下一次元迭代。',
  training: '只有静止的运行才有记录。请暂停训练，再看它的下一次元迭代。',
  past: '记录的是下一次元迭代。请回到现在再看。',
  absent: '它没有参加这次运行，或者已经发散：没有它的下一次元迭代可看。',
  nothing: '一行也没有：θ保持抽取时的样子，只在测试时才适应。',
  honest: '由训练用的代码本身记录：记录之后，运行以完全相同的数值继续，直到最后一位。',
  plot: '选中的任务',
  plotTable: { x: 'x', truth: '真实的y', start: '在θ处', now: '现在' },
  truth: '任务',
  start: 'θ',
  plane: {
    title: '平面中的权重',
    axes: '这个平面过θ，由第一个梯度和外循环的方向张成；平面中的长度和角度都是真实的。梯度画成其长度的α倍：学习率只有α时，这就是所走的步。圆点：其他任务。',
    within: message('最后画出的部分，有{part}落在这个平面内'),
    seen: message(
      'θ在中间；由它出发，画出选中任务的路径和各个梯度，以及{tasks, number}个任务到达的地方。',
    ),
  },
  /** What each line is, and what happened in it. */
  lines: {
    draw: {
      plain: '抽取任务',
      said: message(
        '抽取了{tasks}个任务。这一个有{points}个支持点（实心）供学习，{asked}个查询点（空心）用来评判。在θ处，它的支持损失为{support}。',
      ),
    },
    innerGradient: {
      plain: '支持点上的梯度',
      said: message(
        '支持损失为{supportBefore}时，梯度指出每个权重该怎样移动。它的长度为{length}。',
      ),
    },
    innerStep: {
      plain: '内循环的一步',
      said: message(
        '沿梯度下降一步，学习率α：支持损失从{supportBefore}到{support}，查询损失从{queryBefore}到{query}。',
      ),
    },
    stepByRates: {
      plain: '按每个权重的学习率走一步',
      said: message(
        '每个权重按自己的学习率走一步：支持损失从{supportBefore}到{support}，查询损失从{queryBefore}到{query}。',
      ),
    },
    queryGradient: {
      plain: 'φ处查询点上的梯度',
      said: message(
        '用查询点评判，适应后的φ的损失为{queryBefore}。查询点在那里的梯度长度为{length}。',
      ),
    },
    throughStep: {
      plain: '穿过这一步往回传',
      said: message(
        '这一步本身依赖于θ，所以梯度要穿过它往回传。梯度转过{turned}，改变了自身长度的{changed}：这正是一阶MAML略去的。',
      ),
    },
    throughRates: {
      plain: '穿过这一步往回传',
      said: message(
        '这一步本身依赖于θ，所以梯度要穿过它往回传，每个权重按自己的学习率。梯度转过{turned}，改变了自身长度的{changed}。',
      ),
    },
    ofRates: {
      plain: '学习率应当怎样',
      said: message(
        '在两个梯度一致之处，换一个学习率本可以做得更好。学习率的这个方向长度为{length}。',
      ),
    },
    mean: {
      plain: '对任务取均值',
      said: message('把{tasks}个任务的要求取均值：长度为{length}。它们不一致的部分互相抵消。'),
    },
    means: {
      plain: '对任务取均值',
      said: message('把{tasks}个任务的要求取均值，对θ和对学习率各一个。对θ，长度为{length}。'),
    },
    allGradient: {
      plain: '所有任务的点上的梯度',
      said: message(
        '把{tasks}个任务的点当作一个任务的点：梯度长度为{length}，就在θ处。没有任何适应。',
      ),
    },
    minibatchGradient: {
      plain: '一个小批量上的梯度',
      said: message('由这个任务的点的一个小批量决定：梯度长度为{length}。'),
    },
    adamStep: {
      plain: 'Adam的一步',
      said: message(
        'Adam的一步：支持损失从{supportBefore}到{support}，查询损失从{queryBefore}到{query}。',
      ),
    },
    towards: {
      plain: '各任务所到之处的均值',
      said: message('从θ看，{tasks}个任务所到之处平均起来，离θ的距离为{length}。'),
    },
    outerStep: {
      plain: '外循环的一步',
      said: message(
        'θ移动{length}。从那里出发，同样的{tasks}个任务适应之后的损失为{after}；原来为{before}。',
      ),
    },
    outerMove: {
      plain: '外循环的一步',
      said: message(
        'θ向那里移动{length}。从新的位置出发，同样的{tasks}个任务适应之后的损失为{after}；原来为{before}。',
      ),
    },
  },
};
