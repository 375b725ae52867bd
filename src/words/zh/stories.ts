/** The words of the stories: what each scene asks for, and what is said of what was seen. */

import type { stories as en } from '../en/stories';
import { message } from '../message';

export const stories: typeof en = {
  place: message('{at} / {of}'),
  act: '代我做',
  next: '下一步',
  back: '返回',
  end: '结束',
  leave: '离开导览',
  left: '导览改动了设置和当前所见。',
  putBack: '恢复之前的样子',
  done: '已完成。数字马上就到。',
  regression: {
    scenes: {
      task: {
        title: '一个任务是一条曲线上的十个点',
        ask: '学习器看到的是点，从来看不到虚线。按<b>新任务</b>换一个。',
      },
      untrained: {
        title: '训练之前，走步无济于事',
        ask: '移动<b>梯度步</b>：每一步都使这些点上的误差下降。',
      },
      train: {
        title: '训练，并观察第一步',
        ask: '按<b>训练</b>：所有方法从同样的任务中学习，各用自己的方式。到元迭代2,000时，它们已经分开。',
      },
      goal: {
        title: '同样的任务，不同的目标',
        ask: '联合预训练的训练目标是适应之前就正确，MAML的是适应之后正确。在上方选择<b>联合预训练</b>，把它放到前面。',
      },
      drag: {
        title: '你自己的任务',
        ask: '拖动一个点。每种方法都从自己的起点，重新适应你所做的改动。',
      },
      beyond: {
        title: '到哪里为止',
        ask: '打开<b>设置</b>，在<i>留出任务</i>下，把测试振幅移到训练范围之外。',
      },
    },
    anotherTask:
      '另一条曲线，比大多数离总平均更远；每种方法得到同样的点。训练会经过各种任务，每次几个。',
    trained:
      '这次运行已经训练过，走步已经见效。<b>重置</b>显示它开始时的样子；<b>撤销重置</b>让它回来。',
    hardly: message(
      '在许多留出任务上：之前{before}，{count, plural, other {#}}步之后{after}。对谁来说都几乎没有变好。',
    ),
    already: message(
      '在许多留出任务上，MAML之前为{before}，{count, plural, other {#}}步之后为{after}。',
    ),
    apart: message(
      '{at}次元迭代之后，在两者都没见过的{tasks}个任务上，一个梯度步使MAML到达{maml}，联合预训练到达{joint}。',
    ),
    together: message(
      '{at}次元迭代之后，它们还相差不远：在{tasks}个留出任务上，MAML为{maml}，联合预训练为{joint}。接着训练。',
    ),
    goals: message(
      '走步之前：联合预训练为{joint}，MAML为{maml}。一步之后：分别为{jointAfter}和{mamlAfter}。',
    ),
    dragged: '没有为这些点训练过任何东西：从同样的起点，走一步或几步。',
    outside: message(
      '在练习过的范围之外，一步使MAML到达{after}；处处都说零，会是{zero}。移得更远些，或移动输入。',
    ),
  },
  optimizers: {
    scenes: {
      surface: {
        title: '一个点，多条下坡路',
        ask: '所有优化器从曲面上的同一点出发。按下方的<b>播放</b>，或移动它的步数。',
      },
      longer: {
        title: '超过它的时域',
        ask: '它是为一定长度的竞赛训练的。在<b>设置</b>下，加长竞赛。',
      },
      elsewhere: {
        title: '它从未遇到过的问题',
        ask: '在<b>设置</b>下，选择别的问题来竞赛：一个小网络，分开两类点。',
      },
      scratch: {
        title: '从零开始',
        ask: '在<b>设置</b>下，选择<i>起点：从零开始</i>，并按<b>训练</b>。所学的就是优化器本身。',
      },
    },
    proposed:
      '学习得到的优化器没有得到任何规则：一个网络读取每个梯度，并提议更新。其他优化器按某人写下的规则做，用对它们最好的学习率。',
    lengthened: message(
      '在第{at}步，即它的训练结束之处，它为{own}；在第{end}步为{last}。那时，调好的优化器中最好的是{rival}，为{other}。',
    ),
    moved: message(
      '在这些问题上走{at}步之后，它为{own}，调好的优化器中最好的是{rival}，为{other}。{ahead, select, yes {它的本领延续到了这里。} other {它所学的只适用于它练习过的问题。}}',
    ),
    trained: message(
      '{trained}次元迭代之后，它走{at}步之后为{own}，调好的优化器中最好的是{rival}，为{other}。{ahead, select, yes {它已超过所有优化器。} other {还没有到：接着训练。}}',
    ),
  },
  memory: {
    scenes: {
      guess: {
        title: '它接下来会说什么？',
        ask: '每张图的名字要等下一张图来时才告诉。猜猜<b>这张</b>叫什么，然后移到下一张。',
      },
      train: {
        title: '先是平台，再是悬崖',
        ask: '把<b>注意力</b>放到最前，按<b>训练</b>，看着损失：先是毫无动静，然后一下子全有了。到第200次元迭代它已经落下。',
      },
      wrong: {
        title: '告诉它错的',
        ask: '在<b>接着告诉</b>处选一个错的标签，往后走，直到这个字符再次出现。',
      },
      others: {
        title: '同一条流，另一种保留',
        ask: '按上方另一种方法的名字：看看它从同样的手写图里保留了什么。',
      },
    },
    first: message(
      '第{at}张图是先前没有出现过的字符：谁也不可能知道它的名字。它的标签与下一张图一起来。',
    ),
    again: message('第{at}张图的字符在{ago}张之前出现过，被告知为{label}。{name}说{said}。'),
    learned: message(
      '{at}次元迭代之后，在{streams}条流上，{name}在第一次见到时答对{first}，第二次答对{second}。它的权重学会了怎样保留；保留下来的属于这条流。',
    ),
    wrongly: message(
      '第{at}张图被告知为{told}，其实是{label}。往后走：手写图下方会说明这造成了什么。',
    ),
    kept: message(
      '{name}保留的是{kind, select, memory {它读写的槽} attention {每一张图，并注意其中一些} state {一个共用的状态} other {什么都没有}}。',
    ),
  },
  omniglot: {
    scenes: {
      steps: {
        title: '五个字符，每个一张手写图',
        ask: '谁都没有在这些字符上训练过。从第一步之前开始移动<b>梯度步</b>，看看每道题下方的回答。',
      },
      another: {
        title: '另外五个',
        ask: '按<b>新回合</b>。',
      },
      judges: {
        title: '谁来回答',
        ask: '按表格的另一行：那种方法的回答就出现在手写图下方。',
      },
      statistics: {
        title: '其他题目值多少',
        ask: '在<b>设置</b>下，改变<i>批统计量</i>：题目可以一起归一化吗？',
      },
      lake: {
        title: '你与它比一比',
        ask: '一种字母表的二十个字符，每个一张手写图：按<b>代我做</b>参加Lake的测试。',
      },
    },
    read: message(
      '{name}在走步之前认出{total}张中的{before}张；在每个字符的一张手写图上走{count, plural, other {#}}步之后，认出{after}张。',
    ),
    others: '其他字符，中间没有训练：据以学习的都在页面上。',
    answers: message(
      '{name}在这里答对{total}张中的{right}张。一个回合靠运气：旁边是许多回合上的准确率。',
    ),
    lake: '用字母键或点按来选择。二十题全部答完，就能看到还有谁看错、错在哪里。',
    normalised: '把留出任务上的准确率与之前的比较：题目一起看时多得的，不是认出单个题目的本领。',
  },
};
