/** What the regression lab says of how each contender learns: the picture of the two loops, and what it costs. */

import type { loops as en } from '../en/loops';
import { message } from '../message';

export const loops: typeof en = {
  lead: '每个任务（task）有支持点（support point）S和查询点（query point）Q。学习器从初始化θ出发，在支持点上走几个梯度步（gradient step）：这就是内循环（inner loop）。除了自带内循环的方法，各方法都在同样的内循环之后接受评判；它们的不同，在于外循环（outer loop）怎样移动θ。符号上的横线表示对一次元迭代（meta-iteration）中的任务取均值。',
  formula: 'φ₀就是θ；每一步以学习率α沿支持损失的梯度下降。',
  walk: '走一遍下一次元迭代',
  reads: message(
    '{name}一次读入所有支持点，不走内循环的步子：没有可以逐步查看的，也没有步子的学习率。',
  ),
  method: '图中的方法',
  inner: '内循环',
  outer: '外循环',
  rates: '学习率α',
  /** What each contender does in the picture, for those who see it and those who do not. */
  pictures: {
    maml: '内循环在每个任务的支持点上走几步，把它从θ带到各自的φ。在那里，查询点指出哪个方向更好，这个方向再沿着走过的每一步传回来。θ沿着传回来的各方向的均值移动。',
    fomaml:
      '内循环在每个任务的支持点上走几步，把它从θ带到各自的φ。在那里，查询点指出哪个方向更好，θ照原样接过来，不再传回：它沿着它们的均值移动。',
    reptile:
      '内循环在每个任务所有点的小批量上走几步，把它从θ带到各自的φ。θ移向这些终点的均值，即图中的十字。',
    metasgd:
      '同MAML，但每个权重有自己的学习率。沿着各步传回来的方向移动两样东西：θ，以及所有任务走步所用的学习率。',
    anil: '圆环是前面各层，圆点是最后几层。在内循环中，只有圆点走到各个φ，圆环不动。查询点在那里指出的方向传回来，外循环移动两者。',
    imaml:
      '内循环把每个任务从θ带到各自的φ，同时有一股力把它拉向θ。查询点在φ处指出的方向不沿各步往回传：只在φ处求解，外循环按它移动θ。',
    ravi: '内循环把每个任务从θ带到各自的φ，但由门决定每个权重走多远、保留多少。查询点在那里指出的方向移动两样东西：θ，以及所有任务走步所用的门。',
    cnp: '训练中和训练后都没有内循环。θ属于它自己的网络，这个网络读入任务的几个点，预测所有的点；θ沿各任务的平均梯度下降。',
    acnp: '训练中和训练后都没有内循环。θ属于它自己的网络，这个网络作预测时对读入的点施加注意力；θ沿各任务的平均梯度下降。',
    bayes:
      '没有任何循环，也没有θ。有哪些任务，贝叶斯已被告知；测试时按它来衡量每个任务的点，任务不留下任何东西。',
    joint:
      '训练中没有内循环。所有任务的点混在一起，如同出自一个任务；θ沿着这些点上的一个梯度下降。',
    random: '什么都不动。无论任务是什么，θ都保持抽取时的样子；只在测试时才适应。',
  },
  tasks: message(
    '第{at}次元迭代的{of}个任务中的{shown, number}个。图中只画两个权重；这个网络有{weights}个。',
  ),
  tasksAlone: message('第{at}次元迭代的{of}个任务中的{shown, number}个。它没有权重。'),
  fair: '这里的所有方法都看同样的任务，从同样的权重出发，以同样的内学习率α适应；自带学习率或自己学习学习率的方法除外。它们的代价并不相同。',
  rateStudy: '一步该走多远？',
  implicitStudy: '求解，而不是展开',
  gatesStudy: '逐步看各个门',
  bayesStudy: '知道任务族的贝叶斯',
  ownLoop: message(
    '{names}：{count, plural, other {有自己的内循环}}，步长不是α，所以不是在与其他方法相同的内循环之后接受评判的。',
  ),
  fromStart: message(
    '{names}：有自己的内循环，但这里所示的是{count, plural, other {它}}的起点在其他方法的梯度下降（学习率α）之下的表现。',
  ),
  ownNetwork: message(
    '{names}：{count, plural, other {有自己的网络}}，没有内循环。它的一个梯度比其他方法的耗时更长。',
  ),
  told: message('{names}：没有网络，也没有什么要学。它已被告知任务族和噪声，训练不会改变它。'),
  cost: {
    title: '每次元迭代中一个任务的代价',
    method: '方法',
    gradients: '梯度',
    products: '海森-向量积',
  },
};
