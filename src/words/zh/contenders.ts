/** What is said of each contender, whatever the lab; a lab's catalogue may have others of its own. */

import type { contenders as en } from '../en/contenders';

export const contenders: typeof en = {
  maml: {
    label: 'MAML',
  },
  fomaml: {
    label: '一阶MAML',
  },
  reptile: {
    label: 'Reptile',
    fields: {
      shots: {
        label: '训练时的样本数',
        help: '每一类的手写图数目；训练的内循环从中取小批量。',
      },
      steps: { label: '内循环步数', help: '只走一步的Reptile就是联合预训练。' },
      batch: { label: '小批量', help: 'Reptile每个内循环步中的点数。' },
      optimizer: { label: '内循环优化器', options: { sgd: 'SGD', adam: 'Adam' } },
      rate: { label: '外步长ε', help: '开始时的值；它沿直线降到0。' },
      outer: { label: '外步长ε', help: '在整个运行中降到0。' },
      testSteps: { label: '测试步数', help: '在不用于训练的任务上走的内循环步数。' },
    },
  },
  metasgd: {
    label: 'Meta-SGD',
    fields: { start: { label: '初始学习率α', help: '每个学习率开始时的值。' } },
  },
  anil: {
    label: 'ANIL',
    fields: {
      layers: {
        label: '参与适应的层',
        help: '从输出端数起。全部参与时就是MAML。',
      },
      rate: { label: '输出层学习率α', help: '层数少时可以承受更大的步子。' },
    },
  },
  imaml: {
    label: '隐式MAML',
    fields: {
      lambda: {
        label: '拉向θ的强度λ',
        help: '适应不能离θ太远。太小时共轭梯度会失败；太大时训练会使曲率不断增大，直到内循环的步子发散。',
      },
      steps: { label: '内循环步数', help: '训练时走的步数：要足以到达解。' },
      rate: { label: '内循环学习率α', help: '它自己的步长，训练和测试时都用。' },
      products: {
        label: '共轭梯度次数',
        help: '求解外循环梯度所用的海森向量积的个数。',
      },
    },
  },
  ravi: {
    label: '元学习器LSTM',
    fields: {
      steps: { label: '自己的步数', help: '训练时，以及在新任务上。' },
      start: {
        label: '输入门的初值',
        help: '在学到任何东西之前，权重沿其梯度走多远。论文中为0.011。',
      },
      derivatives: {
        label: '门读入的量',
        help: '在外循环中：视为常数（如论文），或精确地让导数通过。',
        options: { constants: '常数', exact: '让导数通过' },
      },
      forget: {
        label: '遗忘门',
        help: '固定为1时，权重没有任何衰减。',
        options: { free: '学习得到', one: '固定为1' },
      },
      preprocessing: {
        label: '梯度的读法',
        options: { 'log-sign': '对数与符号', none: '原样' },
      },
      form: {
        label: '形式',
        help: '论文的方程，或它的代码：每个权重有一个20单元的记忆读入梯度和损失，门再读入它。慢许多倍。',
        options: { gates: '只有门', lstm: '20单元的LSTM，再接门' },
      },
      scale: {
        label: '梯度',
        help: '取自平均损失；代码又除以一次点数。',
        options: { mean: '平均损失的', code: '再除一次' },
      },
      judged: {
        label: '按什么评判',
        help: '按它自己的步子，或只取它的起点、像其他方法那样作梯度下降。训练不变。',
        options: { own: '它自己的步子', descent: '从它的起点作梯度下降' },
      },
    },
  },
  cnp: {
    label: '条件神经过程',
    fields: {
      width: { label: '宽度', help: '每个隐藏层的单元数。' },
      rate: { label: '学习率', help: '开始时的值；沿直线下降。' },
    },
  },
  acnp: {
    label: '注意力神经过程',
    fields: {
      width: { label: '宽度', help: '每个隐藏层的单元数。' },
      rate: { label: '学习率', help: '开始时的值；沿直线下降。' },
    },
  },
  bayes: {
    label: '知道任务族的贝叶斯',
  },
  joint: {
    label: '联合预训练',
    fields: {
      batch: {
        label: '每次的手写图数',
        help: '一个训练步中的手写图数，取自所有字符。',
      },
    },
  },
  random: {
    label: '随机初始化',
  },
  prototypical: {
    label: '原型网络',
  },
  matching: {
    label: '匹配网络',
  },
  matchingfce: {
    label: '全上下文匹配网络',
    fields: {
      steps: { label: '读取步数（K）', help: '查询手写图读支持集的次数。' },
    },
  },
  pixels: {
    label: '像素最近邻',
  },
};
