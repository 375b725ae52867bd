/** The memory lab's words. */

import type { memory as en } from '../en/memory';
import { message } from '../message';

const rate = { label: '学习率', help: 'Adam的学习率。' };
const hidden = { label: '单元数', help: '隐藏层的单元数。' };

export const memory: typeof en = {
  contenders: {
    mann: {
      label: 'MANN',
      fields: {
        controller: {
          label: '控制器',
          help: '由它决定从哪里读、写什么。',
          options: { feedforward: '前馈', lstm: 'LSTM，同论文' },
        },
        input: {
          label: '它看到什么',
          help: '论文中标签随下一张图而来；放在它自己的图旁边，绑定得更快。',
          options: { pair: '标签在它的图旁边', late: '标签在下一张图旁边' },
        },
        hidden: { label: '单元数', help: '控制器的单元数。' },
        slots: { label: '槽数', help: '记忆的行数。' },
        width: { label: '槽宽', help: '每个槽存的数的个数。' },
        heads: { label: '头数', help: '每个头都读，也都写。' },
        decay: { label: '使用度衰减γ', help: '从一张图到下一张，记住槽的使用度的多少。' },
        sharpness: {
          label: '键的强度',
          help: '论文中没有：它读到的是许多槽的平均。',
          options: { learned: '学习得到', plain: '没有，同论文' },
        },
        rate,
      },
    },
    kv: {
      label: '注意力',
      fields: {
        width: { label: '头宽', help: '每个头的键和值的数的个数。' },
        heads: { label: '头数' },
        rate,
      },
    },
    lstm: { label: 'LSTM', fields: { hidden, rate } },
    nearest: { label: '最近邻，全部保留' },
    feedforward: { label: '前馈网络', fields: { hidden, rate } },
  },
  title: '名字晚一张才告诉',
  fields: {
    readers: { label: '比较' },
    ways: { label: '字符数N', help: '一条流中的字符数。标签随机分配，每条流都重新分配。' },
    length: { label: '图数T', help: '用于训练的流的长度。' },
    testLength: { label: '测试时的图数', help: '展示或测试的流的长度。可以超过训练时的长度。' },
    order: {
      label: '次序',
      help: '每个字符的图一样多时，可以数标签：这是条捷径。',
      options: { independent: '每张独立抽取', balanced: '各字符一样多，打乱' },
    },
    features: {
      label: '图的输入形式',
      help: '把图变成数的网络是预先训练的，并已冻结。',
      options: { embedding: '冻结网络给出的数', pixels: '像素' },
    },
    characters: {
      label: '字符来源',
      options: { omniglot: 'Omniglot', procedural: '本页面生成' },
    },
    batch: { label: '同时的流数', help: '元梯度对这些流取平均。' },
    iterations: { label: '元迭代次数' },
    begin: {
      label: '起点',
      help: '训练好的权重是预先用本项目自己的代码训练的，再训练时学习率为其十分之一。',
      options: { scratch: '随机权重', checkpoint: '训练好的权重' },
    },
  },
  groups: {
    stream: '流',
    'stream/more': '次序与手写图',
    outer: '元训练',
    'outer/mann': 'MANN',
    'outer/kv': '注意力',
    'outer/lstm': 'LSTM',
    'outer/feedforward': '前馈网络',
    engine: '引擎',
  },
  presets: {
    'memory-5': {
      label: '五个字符，几十秒',
      source:
        '流同Santoro et al. 2016（arXiv 1605.06065）第3节：标签随机分配，晚一张告诉。其余是我们的设定，好让人看着它学会：图经过冻结的网络，网络较小，键带强度，MANN看到的标签在它的图旁边。',
    },
    'memory-trained': {
      label: '五个字符，预先训练',
      source:
        '流同Santoro等2016年的论文，由预先用本项目自己的代码训练好的网络来读，也可以接着训练。MANN有128个槽：容得下整条流。',
    },
    santoro: {
      label: 'Santoro et al. 2016的记忆',
      source:
        'arXiv 1605.06065：200个单元的LSTM，128个槽、每槽40个数，四个头，标签随下一张图而来。这里的图经过冻结的网络，并用Adam代替RMSProp训练。',
    },
    'three-characters': {
      label: '三个字符',
      source: '同五个字符，学得更快：随机猜对的机会是三分之一。',
    },
  },
  remarks: {
    keepsOwn: '此次运行保留它开始时的字符。要用另一些字符，请重置。',
    noEmbedding: '冻结的网络未能加载：图以像素输入，一切都学得慢得多。',
    diverged: message('{name}的权重在第{at}次元迭代时不再是数。请降低它的学习率并重置。'),
  },
  stream: {
    title: '手写图之流',
    about: message(
      '{ways, plural, other {#个字符}}，{length, plural, other {#张图}}，标签随机分配 · 第{stream}条留出流',
    ),
    reads: '它从哪里读',
    earlier: message('更早：{share}'),
    film: '先前的图',
    go: message('转到第{at}张图，告知为{told}'),
    goWrong: message('转到第{at}张图，故意告知为{told}，其实是{label}'),
    saidRight: message('{name}答对了。'),
    saidWrong: message('{name}说{label}，错了。'),
    now: message('眼前的第{at}张图'),
    says: message('{name}说，{sure}把握'),
    right: '对',
    wrong: message('错：是{label}'),
    noAnswer: message('{name}没有回答'),
    step: '流中的图',
    stepAt: message('第<b>{at}</b>张，共{of}张'),
    stepValue: message('第{at}张，共{of}张，这个字符第{instance}次出现'),
    play: '播放',
    stop: '停止',
    another: '新的流',
    told: '接着告诉',
    toldHelp: '随下一张图而来的标签。选一个错的，看看会怎样。',
    toldRight: message('{label}，正确'),
    toldWrong: message('{label}，错误'),
    takeBack: '改回正确标签',
    nobodySince: message('第{at}张图告知为{told}，其实是{label}。这个字符还没有再出现。'),
    since: message(
      '第{at}张图被告知为{told}，其实是{label}。此后这个字符出现了{sightings, plural, other {#次}}：{name}说{told}的有{misled, plural, other {#次}}，说{label}的有{right, plural, other {#次}}。',
    ),
    waiting: '流正在路上。',
    table: {
      at: '图',
      character: '字符',
      instance: '第几次出现',
      label: '标签',
      told: '告知',
      says: message('{name}说'),
      sure: message('{name}的把握'),
    },
  },
  inside: {
    title: '内部',
    memory: message(
      '{name}：{slots}个槽中的{shown}个 · 条：现在读取 · 圈：现在写入 · 字母：它主要存的标签',
    ),
    attention: message('{name}：{of, plural, other {先前#张图}}中的{shown}张 · 条：现在的注意力'),
    state: message('{name}：{width}个数，每行一个，一张图一列'),
    gate: message('写入：上次读过的地方<b>{last}</b> · 空闲的槽<b>{free}</b>'),
    free: '空',
    none: '无',
    keepsNothing: message('{name}什么都不保留。告诉过的，到下一张图就没有了。'),
    untold: '尚未告知',
    slot: '槽',
    holds: '主要存的图',
    label: '标签',
    read: '读取',
    written: '写入',
    usage: '使用度',
    drawing: '图',
    weight: '注意力',
    unit: '第几个数',
    value: '值',
    positive: '大于零',
    negative: '小于零',
    slotText: message('第{slot}个槽：第{at}张图，{label}，读取{read}，写入{written}'),
    freeText: message('第{slot}个槽：空，读取{read}，写入{written}'),
    itemText: message('第{at}张图，{label}，注意力{read}'),
    noneText: message('不在任何图上，注意力{read}'),
  },
  score: {
    right: message('<b>{share}</b>在第{instance}次出现时答对：{name}'),
    waiting: message('<b>–</b> {name}'),
  },
  told: {
    frozen: '它读的时候权重不动。',
    untrained: '它还没有训练。',
    first: message(
      '它第一次见到这个字符，只能排除别的字符已有的标签：还剩{left, plural, other {#个}}。',
    ),
    seen: message(
      '它在<b>{ago, plural, other {#张图之前}}</b>见过这个字符，并在下一步被告知为<i>{label}</i>。',
    ),
    reads: message('它现在读到的，有{share}来自这个字符的图。'),
    state: message('它对此所知的一切都在{width}个数里，此后的每张图都改变过它们。'),
    nothing: '它对此什么都没有保留。',
  },
  instances: {
    title: '第n次出现时答对',
    note: message('{streams}条留出流中的{done}条，95%'),
    axis: '答对的百分比',
    x: '第几次',
    chance: message('随机{share}'),
    ceiling: message('谁也不能超过{share}'),
    papers: '圆圈：Santoro et al. 2016，表1，墨色为人；实验方案不同：像素，字符经过旋转。',
    human: '人',
    ofPaper: message('{name}，已发表'),
    interval: message('{name}，95%区间的一半'),
    waiting: '许多条流上的准确率正在路上。',
  },
  training: {
    title: '元训练',
    note: '验证流',
    axis: '每张图的损失，奈特',
    plateau: message('平台：ln {ways}，在猜'),
  },
  see: {
    trained: '换成训练好的',
    untrained:
      '这里还没有谁学会读流。按<b>训练</b>：损失起先停在平台上，大家都在猜；一旦某个网络发现，图要存在以后用来查找的键之下，损失就落下悬崖。',
    plateau: message(
      '{name}还在猜。这并没有错：要找到的是把图与随下一张图而来的标签绑在一起，只有全部就绪时才有回报。',
    ),
    reading:
      '读流时权重不动：对这些字符学到的，都在保留下来的东西里。一张一张往后走，并对其中一张告知错误的标签。',
    memory:
      '它写到两处的混合：上次读过的地方，和一个空闲的槽。门说明各占多少，圈说明写到了哪些槽。',
  },
  how: {
    title: '怎样从流中学习',
    lead: '每一步来一张图，以及上一张图的标签。每条流的标签都重新分配，所以权重存不住它们：要再认出一个字符，就得保留见过的图，在标签到来时把它绑上，并在这个字符再出现时把两者找回来。',
    loss: {
      title: '损失',
      formula: '一条流的所有图上，正确标签的负对数概率的平均。',
      text: '第一次出现也计入。它们的标签谁也不可能知道；知道一个字符是新的，就可以排除别的字符的标签。',
      source: 'Santoro et al. 2016, arXiv 1605.06065; Hochreiter, Younger and Conwell 2001.',
    },
    plateau: {
      title: '平台与悬崖',
      formula: '在猜的人的损失是N的对数。',
      text: '在猜的人每张图损失ln N。只有把标签绑上，保留图才有用；只有能再找到，绑定才有用：半路上没有回报，最后一下子全有。这要多久，更多取决于种子，而不是大多数设置。',
    },
  },
};
