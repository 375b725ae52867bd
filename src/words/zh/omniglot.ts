/** The Omniglot lab's words. */

import type { omniglot as en } from '../en/omniglot';
import { message } from '../message';
import { deviations, notComparable } from './papers';

const differences = `${deviations}各方法预先训练过，只用训练字符；按“训练”则以其学习率的十分之一接着训练。`;

export const omniglot: typeof en = {
  attention: {
    title: '一张手写图在看什么',
    lead: '它们都在自己学到的空间里比较。匹配网络看每一张支持手写图，权重是十倍余弦的softmax；原型网络看每一类的均值，权重是负平方距离的softmax。全上下文的匹配网络先读支持集，读之前和之后看的是什么，并排列出。在上面的支持手写图上画，权重就会改变。手写图所属的类别带下划线。',
    none: '把匹配网络或原型网络加入比较的方法，就能看到它们在看什么。',
    whose: '方法',
    query: '查询手写图',
    queryAt: message('查询手写图{number}'),
    weights: '支持集的权重',
    unread: '读支持集之前',
    read: message('读{steps}步之后'),
  },
  title: '从未见过的字符',
  /** Of contenders that this lab alone has. */
  contenders: {
    alphabet: {
      label: '字母表网络',
      fields: {
        widths: {
          label: '宽度',
          help: '四层卷积各自的滤波器数。',
          options: {
            '16-32-64-128': '16, 32, 64, 128',
            '8-16-32-64': '8, 16, 32, 64',
            '32-32-32-32': '32, 32, 32, 32',
            '24-48-96-112': '24, 48, 96, 112',
          },
        },
        rate: {
          label: '最大学习率',
          help: 'AdamW的学习率；在前五十分之一的训练中上升，之后降到0。',
        },
        keep: { label: '滑动平均保留', help: '权重的滑动平均，测试时用的就是它。' },
        episodes: { label: '同时的回合数', help: '一次元迭代中的回合数。' },
        ways: { label: '每回合字符数', help: '有的字母表没有这么多。' },
        bend: {
          label: '弹性抖动',
          help: '训练手写图被旋转、拉伸、平移、弯曲和加减墨迹的幅度。',
        },
      },
    },
  },
  /** What a method is in this lab, where that is not what it is elsewhere. */
  methods: {
    joint: {
      label: '联合训练，微调最后一层',
      plain: '先学会分辨所有训练字符，再在此基础上学新字符。',
      idea: '用一个很大的最后一层分辨所有训练字符。遇到新任务时，换掉这一层，在保持不变的特征上微调。',
      source: '',
    },
    random: {
      label: '随机初始化，微调',
      plain: '从未练习。',
      idea: '什么都没有学过的权重。它们像MAML的权重那样适应，除此之外什么也不做。',
      source: '',
    },
    ravi: {
      label: '元学习器LSTM',
      idea: '权重是一个记忆细胞的内容。在每一步，输入门说明一个权重沿其梯度走多远，遗忘门说明保留多少；两者读入梯度、损失、权重和自己的过去，所用的14个数由所有权重共用。它有自己的内循环：α和其他方法的测试步数对它都没有作用，它在新任务上走的步数就是它练习的步数。没有预先训练好的。',
      source:
        'Ravi and Larochelle 2017, ICLR：用论文的方程，不含其代码中门之下的那层记忆；论文中没有Omniglot',
    },
  },

  fields: {
    methods: { label: '方法', help: '训练和比较哪些方法。' },
    ways: { label: '类别数', help: '要分辨的字符数。' },
    shots: { label: '样本数', help: '每个字符的支持手写图张数。' },
    queries: { label: '查询数', help: '每个字符有多少张手写图要分类。' },
    statistics: {
      label: '批统计量',
      help: '“转导式”，同MAML：所有查询一起归一化，因此每个查询都透露了其他查询的一些信息。“逐张查询”：适应的方法只用支持集归一化，做嵌入的方法用训练手写图。',
      options: {
        paper: '同各论文',
        transductive: '转导式',
        inductive: '逐张查询',
      },
    },
    characters: {
      label: '字符',
      help: '有Omniglot就用它；否则用页面自己生成的字符。',
      options: { omniglot: 'Omniglot', procedural: '程序生成的字符' },
    },
    within: {
      label: '任务的字符',
      help: '训练和测试都如此。同一字母表的字符彼此更像。',
      options: { any: '任意字符', alphabet: '同一字母表' },
    },
    drawers: {
      label: '书写者',
      help: '在Lake的测试中，展示的都由一个人书写，提问的都由另一个人书写。',
      options: { any: '任何人', two: '展示一人，提问另一人' },
    },
    split: {
      label: '留出',
      help: '按字母表：朝鲜文用于验证；巴厘文、西里尔文、希伯来文和梵文，以及评估集的字母表，用于测试。',
      options: { characters: '每个字母表的部分字符', alphabets: '整个字母表' },
    },
    normalise: {
      label: '手写图',
      help: '规范化：移到中央，并把大小向同一尺寸拉近一半；你画的也一样。这是人为加入的知识。',
      options: { off: '原样', on: '规范化' },
    },
    network: {
      label: '网络',
      help: '每层都带批归一化和ReLU。',
      options: {
        convolutional: '四层卷积',
        dense: '全连接层，无卷积',
      },
    },
    filters: { label: '滤波器数', help: '每层卷积的滤波器数。' },
    pooling: {
      label: '特征',
      help: '最后一层卷积的特征怎样送入最后一层。',
      options: { flatten: '展平', mean: '对位置取平均' },
    },
    tasks: { label: '同时的任务数', help: 'MAML和Reptile一次元迭代中的任务数。' },
    trainQueries: { label: '训练查询数', help: 'MAML的任务中每个字符的查询数。' },
    innerRate: { label: '内学习率α', help: '在支持集上做梯度下降的学习率。' },
    innerSteps: { label: '内循环步数', help: '训练时的步数。' },
    testSteps: { label: '测试步数', help: '在新任务上的步数。' },
    metaRate: {
      label: '元学习率',
      help: 'Adam的学习率；除Reptile外，各方法都用Adam训练。',
    },
    decay: {
      label: '元学习率变化',
      help: '论文中保持不变，或隔一段时间减半。',
      options: { constant: '不变', linear: '降到0' },
    },
    jitter: {
      label: '抖动',
      help: '训练手写图被平移、旋转和拉伸的幅度。论文中没有。',
    },
    reptileBatch: { label: '内循环批大小', help: 'Reptile每个内循环步所用的手写图张数。' },
    reptileRate: { label: '内学习率', help: '无动量的Adam的学习率。' },
    metricWays: {
      label: '训练类别数',
      help: '比测试时多，任务更难，也教得更好。',
    },
    metricShots: {
      label: '训练样本数',
      help: '训练的每个回合中，每类的支持手写图张数。',
    },
    metricQueries: {
      label: '训练查询数',
      help: '训练的每个回合中，每类的查询手写图张数。',
    },
    headRate: {
      label: '最后一层的学习率',
      help: '只在最后一层、用支持手写图做梯度下降的学习率。',
    },
    headSteps: {
      label: '最后一层的步数',
      help: '最后一层在一个任务的支持手写图上走多少步。',
    },
    iterations: { label: '元迭代次数', help: '每种方法的更新次数。' },
    begin: {
      label: '起点',
      help: '训练好的权重是预先用本项目自己的代码训练的，再训练时学习率为其十分之一。',
      options: { checkpoint: '训练好的权重', scratch: '随机权重' },
    },
  },
  groups: {
    tasks: '任务',
    'tasks/alphabets': '字母表、书写者与大小',
    adapting: '在新任务上',
    'adapting/more': 'Reptile与最后一层',
    outer: '元训练',
    'outer/network': '网络',
    'outer/length': '长度与抖动',
    'outer/tasks': 'MAML的任务',
    'outer/reptile': 'Reptile',
    'outer/metasgd': 'Meta-SGD',
    'outer/anil': 'ANIL',
    'outer/ravi': '元学习器LSTM',
    'outer/embeddings': '嵌入',
    'outer/matchingfce': '全上下文',
    'outer/alphabet': '字母表网络',
    'outer/joint': '联合训练',
    engine: '引擎',
  },
  presets: {
    'omniglot-5way-1shot': {
      label: '5-way 1-shot，训练好的',
      source: `网络、内循环和旋转取自Finn et al. 2017，第5.2节；Reptile同Nichol et al. 2018；其他方法用同样的网络主体。${differences}`,
    },
    'omniglot-5way-5shot': {
      label: '5-way 5-shot，训练好的',
      source: `同5-way 1-shot，但每个字符有五张手写图：权重相同，是为1-shot训练的。不含Reptile：它在所有这些图上走五十步，要很久。${differences}`,
    },
    'omniglot-20way-1shot': {
      label: '20-way 1-shot，训练好的嵌入',
      source: `同样的嵌入，在二十个字符之间分辨。不含需要适应的方法：它们需要另外训练一个有二十个输出的最后一层。${differences}`,
    },
    scratch: {
      label: '从零开始，几分钟',
      source:
        '这些设置求学得快，不求学得好：16个滤波器，嵌入以20-way、少量手写图训练。不出自任何论文。',
    },
    paper: {
      label: 'Finn et al. 2017，从零开始',
      source:
        'arXiv 1703.03400，第5.2节：64个滤波器，32个任务，α = 0.4，一个内循环步（测试时三个），Adam学习率0.001，60,000次元迭代。在笔记本电脑上要几个小时；有图形设备会快一些。',
    },
    'within-alphabet': {
      label: '同一字母表内，20类1样本',
      source: `20类1样本的那些嵌入，但任务的二十个字符属于同一字母表，彼此更像。这些嵌入是在任意字符上训练的。${differences}`,
    },
    lake: {
      label: 'Lake的测试，用留出的字母表',
      source:
        '任务同Lake、Salakhutdinov和Tenenbaum（2015）：同一字母表的二十个字符，一个人各写一张，另一个人再各写一张。用的不是官方的手写图，而是这里留出的字母表。网络和训练方法不出自论文。',
    },
    'no-convolutions': {
      label: 'Finn et al. 2017，无卷积',
      source: '论文中由全连接层组成的网络，256-128-64-64，论文报告的准确率为89.7%。',
    },
  },

  remarks: {
    diverged: message('{name}：到第{at}次元迭代时，它的权重不再是有效的数。它不再训练。'),
    lower: message('请调低{knobs}，然后重置。'),
    knob: message('{label}（现为{value}）'),
    or: '或',
    otherCharacters: message('到第{at}次元迭代为止，这次运行用的是{before}；此后改用{now}。'),
    noAlphabets: '这些字符既没有字母表，也没有书写者：任务用任意字符，留出的是部分字符。',
    fewAlphabets: '这里留出的字母表太少，不够二十类的任务：改为留出每个字母表的部分字符。',
    seen: {
      omniglot: message(
        'Omniglot（训练{train, number}个，验证{validation, number}个，测试{test, number}个）',
      ),
      procedural: message(
        '程序生成的字符（训练{train, number}个，验证{validation, number}个，测试{test, number}个）',
      ),
    },
    resetForThese: '重置会只用这些字符开始新的运行。',
    keepsOwn: '在重新加载页面之前，运行继续用它开始时的字符；重置则用这些字符开始新的运行。',
  },

  trained: {
    own: message('；{label} {value}'),
    why: message('{problems}。按训练好的方法所用的学习率，它们学得慢；“从零开始”用完整的学习率。'),
    otherSplit: '预先训练的权重见过这里用来测试的字符',
  },

  /** In what tasks are not those of the papers. */
  kinds: {
    within: '同一字母表',
    drawers: '由两人书写',
    split: '留出整个字母表',
    normalise: '手写图已归一化',
  },

  statistics: {
    paper: '批统计量同各论文',
    transductive: '转导式',
    inductive: '逐张查询',
  },
  /** How one method’s queries were normalised, in a table. */
  protocol: { transductive: '转导式', inductive: '逐张' },
  lost: '失效',
  /** Where published figures stand. */
  sources: {
    finn: 'Finn et al. 2017，表1',
    nichol: 'Nichol et al. 2018，表2',
    li: 'Li et al. 2017，表2',
    raghu: 'Raghu et al. 2020',
    furrer: 'Furrer、Erginbaş、Kayaalp 2020，学生项目，600个任务；论文本身没有Omniglot',
    snell: 'Snell et al. 2017，表1',
    vinyals: 'Vinyals et al. 2016，表1',
  },

  episode: {
    title: '回合',
    about: message('{ways}-way {shots}-shot'),
    sources: {
      omniglot: 'Omniglot测试字符',
      procedural: '程序生成的字符，不是Omniglot',
    },
    another: '新回合',
    drawOne: '自己画',
    drawHere: '在这里画',
    drawNoMore: '画完了',
    steps: '梯度步',
    stepsAt: message('走了<b>{at}</b> / {of, number}个梯度步之后'),
    stepsValue: message('{at} / {of}'),
    before: '之前',
    farther: '步数更多的方法，按同样的进度比例显示。',
    byHand: '你先来',
    lake: 'Lake的测试',
    byHandHelp: '开始一个新回合：这个回合的答案已经看得见了。',
    oneOfEach: message('每个字符{shots, number}张手写图'),
    byYou: '哪个是哪个？<b>你</b>的回答',
    by: message('哪个是哪个？<b>{name}</b>的回答'),
    byAfter: message(
      '哪个是哪个？<b>{name}</b>的回答，在它的{steps, number}个梯度步中走了{step}步之后',
    ),
    supportSet: '支持集',
    classOf: message('类别{letter}'),
    classNamed: message('类别{letter}：{name}'),
    unknown: '还不知道',
    yours: '你的',
    /** Beside the answer to the query that is drawn, or given in its place. */
    byPerson: '你画的',
    given: '现成的',
    queries: '查询手写图',
    query: message('查询{index}，{said}'),
    noClass: '还没有类别',
    ofClass: message('类别{letter}'),
    queryUnknown: message('查询{index}：还不知道'),
    notClassified: message('查询{index}，属于类别{truth}：未分类'),
    classified: message('查询{index}：归入类别{letter}{sure}；{result}'),
    drawn: message('画出的查询，{holds}：未分类'),
    drawnClassified: message('画出的查询，{holds}：归入类别{letter}{sure}'),
    sure: message('，把握{share}'),
    right: '正确',
    wrong: message('错误，应为{truth}'),
  },

  /** A person classifies before the methods have said anything. */
  byHand: {
    title: '你先来。',
    lead: message(
      '每个字符你只有{shots, number}张手写图，它们也一样。在你回答之前，谁都不会回答。',
    ),
    question: message('第{index, number}题，共{of, number}题'),
    press: message('它是哪一类？按它的字母，{first}–{last}，或者选择类别。'),
    done: message('已答<b>{done, number} / {of, number}</b>'),
    hidden: '在你点“比较”之前，它们的回答是隐藏的。',
    compare: '比较',
    startOver: '重新开始',
  },

  scores: {
    caption: '这个回合的得分：选中一种方法的行，它的回答就显示在手写图下面',
    right: message('<b>{right, number} / {total, number}</b>张答对：{name}，在这个回合中'),
    waiting: message('<b>– / {total, number}</b>张答对：{name}，在这个回合中'),
    untouched: message(
      '在走第一个梯度步之前，它还没有从这{drawings, number}张手写图里学到任何东西。',
    ),
    adapted: message(
      '在第一个梯度步之前，它答对{before, number}张。用{drawings, number}张手写图走了<b>{steps, number}步</b>之后，它答对{right, number}张。',
    ),
    compared: message('它不走梯度步：它把每张手写图与上面的{drawings, number}张相比较。'),
    byYou: message('你和它们一样，只有这{drawings, number}张手写图可学。'),
    method: '方法',
    correct: '答对',
    heldOut: '留出，%',
    heldOutHelp: '在留出任务上答对的比例，以及均值的95%置信区间：详见“准确率”。',
    sure: '把握',
    sureHelp: '所选类别的平均概率',
    ms: '毫秒',
    you: '你',
    press: '点某一行，它的回答就显示在手写图下面。✕表示错误。',
  },

  draw: {
    section: '画字符',
    note: '边画边分类',
    milliseconds: '毫秒',
    lead: '在上面选一个位置，查询或支持集中的一张，然后画。',
    leftOut: message('链接里放不下{count, number}张手写图。'),
    query: '画出的查询',
    place: message('类别{letter}，手写图{index}，共{of}张'),
    inHand: '正在画的手写图',
    restore: '全部恢复',
    restoreHelp: '恢复回合开始时的每一张手写图。',
    give: '用现成的字符',
    giveHelp: '在这里放一个别人写的字符。',
    predictions: '预测',
    noDrawing: message('类别{letter}还没有手写图。'),
    fewDrawings: message('类别{letter}需要{of}张手写图，现有{count}张。'),
    noQuery: '画点什么来分类。',
    waiting: '正在等待各网络……',
    most: message(
      '<b>{of}种方法中有{count}种</b>说是<b>{letter}</b>：适应和预测共用<b>{ms}毫秒</b>。',
    ),
    onItsOwn:
      '它可能哪一类都不是，它们照样会回答。无论这个回合用什么批统计量，画出的查询总是单独分类。',
  },

  accuracy: {
    title: '准确率',
    note: message(
      '{ways}-way {shots}-shot，每类{queries, number}个查询，{statistics} · 测试任务<b>{done, number}</b> / {wanted, number}',
    ),
    data: '准确率，数据',
    caption: '查询手写图分类正确的百分比，附各任务均值的95%置信区间，以及发表值',
    method: '方法',
    now: '现在，%',
    at: message('在{at}，%'),
    published: '发表值，%',
    drawn: '图示',
    procedural:
      '这些是程序生成的字符，由此页面生成：没有针对它们的发表值。预先训练的方法是在Omniglot上学的。',
    notComparable: `${notComparable}。`,
    students:
      '元学习器LSTM的论文中没有Omniglot。它的数值来自一个学生项目（Furrer、Erginbaş、Kayaalp 2020，600个任务）：用论文代码的形式，走八步，任务的所有查询手写图一起归一化。',
    characters: message('这里用{train, number}个字符训练，用另外{test, number}个测试。'),
  },

  embedding: {
    title: '嵌入',
    note: '主平面',
    none: '所选的方法都不比较嵌入。原型网络、匹配网络和联合训练会比较：请在<b>比较</b>下选一个。',
    whose: '做嵌入的方法',
    support: '支持',
    query: '查询',
    prototype: '原型',
    set: '集合',
    class: '类别',
    first: '第一主成分',
    second: '第二主成分',
  },

  training: {
    title: '元训练',
    note: '验证；统计量同各论文',
    axis: '准确率，%',
    chance: '随机猜测',
  },

  see: {
    procedural:
      'Omniglot不在这里，所以页面画自己的字符。请在<i>任务</i>下导入这个数据集，上面的一切就都关乎真实的笔迹了。',
    untrained:
      '没有训练过的权重已经好于随机猜测：随机的滤波器也看得见笔画。按<b>训练</b>；一分钟之内，原型网络（prototypical networks）就能答对九成以上。',
    maml: '在走梯度步（gradient step）之前，MAML只是猜：它的最后一层对这些字符一无所知。走一步之后，它几乎总是对的。',
    prototypical: '原型网络（prototypical networks）一步也不走；平面图显示它们为什么不需要走。',
    inductive: '每个查询（query）归一化时都不看其他查询：一个查询长什么样，不会透露给别的查询。',
    transductive:
      '在MAML的任务中，批归一化（batch normalisation）同时看到所有查询（query）。这能带来一两个百分点，而实际使用的分类器没有这种便利：切换<i>批统计量</i>来比较。',
  },

  how: {
    title: '从一张手写图学会一个字符',
    walked: '哪种方法的训练',
    walk: '走一遍下一次元迭代',
  },
};
