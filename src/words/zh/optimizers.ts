/** The optimizer lab's words. */

import type { optimizers as en } from '../en/optimizers';
import { message } from '../message';
import { racers } from './racers';

const families = {
  gaussian: '二次函数，N(0, 1)，同论文',
  uniform: '二次函数，U[0, 1)，同论文的代码',
};

export const optimizers: typeof en = {
  contenders: racers,
  title: '学习得到的优化器',
  fields: {
    racers: { label: '比较' },
    race: {
      label: '竞赛问题',
      help: '都是留出问题。',
      options: {
        ...families,
        blobs: '两团点上的逻辑回归',
        spirals: '两条螺旋线上的小网络',
      },
    },
    raceSteps: {
      label: '竞赛长度',
      help: '超过训练的时域，就能看到它在哪里失效。',
    },
    raceProblems: { label: '留出问题数', help: '竞赛结果对这些问题取平均。' },
    surface: {
      label: '曲面',
      help: '一个二元函数，优化器在上面往下走。没有优化器在它上面训练过；人工设计的优化器在它上面调学习率。',
      options: {
        bowl: '病态的碗',
        rosenbrock: 'Rosenbrock山谷',
        himmelblau: 'Himmelblau的四个谷',
        rastrigin: 'Rastrigin蛋托',
      },
    },
    surfaceSteps: {
      label: '曲面上的步数',
      help: '每个优化器从起点出发走多远。',
    },
    begin: {
      label: '起点',
      help: '随页面提供的检查点是预先训练好的，其中写明了训练用的命令。',
      options: { checkpoint: '训练好的优化器', scratch: '从零开始' },
    },
    hidden: {
      label: 'LSTM各层',
      help: '每层的单元数，用逗号隔开。论文用20, 20。',
    },
    preprocessing: {
      label: '梯度形式',
      help: '见论文附录A；论文的代码对二次函数的梯度不作处理。',
      options: { 'log-sign': '对数与符号', none: '不处理' },
    },
    outputScale: { label: '输出缩放', help: '提议的更新所乘的系数。' },
    family: {
      label: '问题',
      help: '优化器在这类问题上训练：‖Wθ − y‖²。',
      options: families,
    },
    objective: {
      label: '最小化',
      help: '取对数后，快要解好的问题和还没解好的问题同样重要；软化之后，困难的问题保留更大的权重。论文中没有这一项。',
      options: {
        sum: 'f之和，同论文',
        log: 'log f之和',
        'soft-log': '软化的log f之和',
      },
    },
    unroll: { label: '展开', help: '元梯度往回传多少步。' },
    horizon: { label: '时域', help: '多少步之后抽取新问题。' },
    rate: { label: '元学习率', help: '用来训练LSTM的Adam的学习率。' },
    dimension: { label: '维数', help: 'θ的维数。' },
    problems: { label: '同时的问题数', help: '元梯度对这些问题取平均。' },
    scaling: {
      label: '随机缩放',
      help: '训练问题的各个坐标被拉伸，最多拉伸到e的这个次方倍。出自后来的工作：Lv et al. 2017。',
    },
    gradients: {
      label: 'f的梯度',
      help: '论文舍去了它们的导数。',
      options: { constant: '视为常数', flow: '让导数通过' },
    },
    curriculum: {
      label: '时域变化',
      help: '“逐渐增长”：在训练的前五分之一里，从一次展开增长到整个时域。出自后来的工作：Chen et al. 2020。',
      options: { fixed: '固定', growing: '逐渐增长' },
    },
    decay: {
      label: '最后降到×',
      help: '到最后，元学习率乘以这个数；1表示不变。',
    },
    clip: { label: '裁剪长度', help: '元梯度的最大长度。' },
    iterations: {
      label: '元迭代次数',
      help: '展开的次数；每次展开更新一次LSTM。',
    },
  },
  groups: {
    race: '竞赛设置',
    optimiser: '学习得到的优化器',
    'optimiser/ends': '输入与输出',
    training: '元训练',
    'training/problems': '问题',
    'training/length': '导数与长度',
    engine: '引擎',
  },
  presets: {
    'lstm-quadratic': {
      label: '二次函数，训练好的',
      source:
        '问题、网络和展开同论文（Andrychowicz et al. 2016，第3.1节）。目标（log f的软化均值）、元梯度的裁剪，以及按验证问题选出最好的优化器，是我们的做法：f之和由最陡的问题的头几步支配。',
    },
    'lstm-quadratic-repository': {
      label: '作者代码中的二次函数，训练好的',
      source:
        'W和y取自U[0, 1)，起点靠近原点，同deepmind/learning-to-learn。目标和裁剪与上一个预设相同。',
    },
    paper: {
      label: 'Andrychowicz et al. 2016，从零开始',
      source:
        'arXiv 1606.04474，第3.1节：f之和，展开20步，时域100，梯度视为常数。批大小和学习率取自作者的代码；论文的学习率是搜索得到的。',
    },
    repository: {
      label: '作者的代码，从零开始',
      source: 'deepmind/learning-to-learn：U[0, 1)，不对梯度作预处理，Adam学习率0.001。',
    },
  },
  remarks: {
    sitsOut: '不参赛：这些问题不是二次函数',
    ranAway: message('失控{count, number}次'),
    exploded: message(
      '第{at, number}次元迭代时，优化器在它的问题上失控：这些问题已被丢弃，另外抽取了新的。请调低元学习率（当时为{rate}），或调小裁剪长度（当时为{clip}）。',
    ),
  },
  files: {
    began: message('从预先训练好的优化器开始（{date}），命令为<code>{command}</code>。'),
    loaded: message(
      '从文件中的优化器开始（{date}，<code>{command}</code>）。链接里有设置，没有优化器：请保留文件。',
    ),
    notHeld: '生成这个链接时用的优化器来自文件，而链接里不含优化器。',
    loadIt: message(
      '要用它，请加载那个文件；否则{begins, select, scratch {运行将从零开始} other {运行将从随页面提供的优化器开始}}。',
    ),
    /** Stands in a file in place of a command. */
    inPage: '在页面中训练',
    scratch: '从零开始',
    choose: '检查点文件',
    save: '保存优化器',
    load: '加载优化器',
    unusable: message('这个检查点不能用：{why}。'),
    unchanged: '什么都没有改变。请选择由这个实验室保存的文件。',
    otherNetwork: '训练好的优化器与这些设置的网络不同：这一个从零开始。',
    differing: message('不同之处：{names}。'),
    missing: message('训练好的优化器无法加载（{why}）：这一个从零开始。'),
  },
  race: {
    /** At the end of the curve of the learned optimiser as it is now, where the best so far races. */
    now: '现在',
    ofNow: message('现在的{name}'),
    /** Where a curve leaves the plot. */
    leaves: message('{name} ↓'),
    knows: message('{name}：知道这是二次函数'),
    title: '竞赛',
    step: '步数',
    averageHelp:
      '均值由少数困难的问题支配，中位数则看不到它们。算均值时，不计优化器在其上失控的问题。',
    overMean: message('f，{problems}个留出问题，95%置信区间'),
    over: message('f，{problems}个留出问题，四分位数'),
    tuning: message(
      '先为人工设计的优化器找出各自最好的学习率：{of, number}个中已试{tried, number}个。找到之后，各自加入竞赛。',
    ),
    running: '竞赛正在进行……',
    leads: message(
      '{at}步之后，学习得到的优化器的{average, select, mean {均值} other {中位数}}是<b>{own}</b>；调好的优化器中最好的是{rival}，为<b>{other}</b>。',
    ),
    beyond: {
      diverges: '超出训练的步数后，它发散了。',
      stalls: '超出训练的步数后，它停滞不前：训练没有要求它走得更远。',
      slower: '超出训练的步数后，它继续下降，只是比那些从不停步的优化器慢。',
      ahead: '超出训练的步数后，它继续下降，并且保持领先。',
    },
    conjugate: message(
      '{ahead, select, yes {共轭梯度法知道这是二次函数，仍然领先} other {共轭梯度法虽然知道这是二次函数，却落在后面}}：{at}步之后为{f}。',
    ),
    elsewhere: message(
      '{ahead, select, yes {L-BFGS没有什么要调，它领先} other {L-BFGS没有什么要调，它落后}}：{at}步之后为{f}。',
    ),
    end: message('到第{at}步，它为{own}，{rival}为{other}。'),
    awayOn: message('{name}（{count}个）'),
    away: message('{problems}个问题中，失控的有：{list}。均值按其余问题计算。'),
    median: message('{name}，中位数'),
    mean: message('{name}，均值'),
    interval: message('{name}，95%置信区间的一半'),
    ranAway: message('{name}，失控'),
  },
  rates: {
    summary: message('调好的学习率：{rates}'),
    one: message('{name} {rate}'),
    lead: message(
      '每个优化器取{steps, number}步之后f的均值最小的学习率；所用的问题另外抽取，都不在竞赛之中。∞：有一个问题发散了。',
    ),
    grid: '学习率网格',
    caption: message('{steps, number}步之后f的均值，按学习率'),
    rate: '学习率',
  },
  surface: {
    title: '在曲面上',
    note: '拖动起点',
    start: '起点',
    play: '播放',
    stop: '停止',
    one: '走一步',
    step: message('第<b>{at}</b>步，共{of}步'),
    slider: '曲面上的步数',
    values: '这一步的f',
    x: message('{name}，x'),
    y: message('{name}，y'),
  },
  response: {
    title: '它提议什么',
    /** At the end of the line of what it proposes at that step. */
    step: message('第{at}步'),
    gradient: '梯度',
    update: '提议的更新',
    after: message('同一梯度出现{count}次后的更新'),
  },
  cells: {
    title: '它记住什么',
    step: '步数',
    axis: '最后一层的细胞，在一个问题上',
    gradient: '梯度',
    update: '更新',
    cell: message('细胞{number}'),
  },
  training: {
    title: '元训练',
    axis: message('{problems}个验证问题上的f'),
    now: '现在',
    ofNow: message('现在的{name}'),
    best: '目前最好',
    bestOf: message('目前最好，在第{at}次元迭代'),
    showBest: '显示目前最好的',
    showNow: '显示现在的',
    shownHelp: '除了现在的优化器，还保留着在验证问题上最好的那个。',
    columns: { final: '最终的f，中位数', finalMean: '最终的f，均值', sum: 'f之和，均值' },
    ends: { final: '最终，中位数', finalMean: '最终，均值', sum: '总和，均值' },
    /** What of whom, where several are trained. */
    of: message('{name}：{what}'),
    rival: message('{name}，调好的'),
  },
  see: {
    gone: message(
      '学习得到的优化器（learned optimiser）在{problems}个问题中的{count}个上失控。请调低{rate}再重置，或者从训练好的优化器开始。',
    ),
    elsewhere:
      '这些不是它训练时用的问题。它学到的是<i>那些</i>问题的规律；人工设计的优化器假定得更少，也很少错得这么远。',
    untrained:
      '没有训练过的LSTM提议的更新只是噪声。按<b>训练</b>：一两分钟之内，在它训练所用的那类问题上，它就会超过每一个调好的优化器。共轭梯度法（conjugate gradients）知道这些是二次函数，它赶不上。',
    response:
      '它提议的更新比梯度增长得慢得多：介于SGD和Adam之间，前者的更新与梯度成正比，后者几乎只看梯度的符号。它还取决于记忆：各条线的差别，在于它看到同一个梯度有多久了。',
    longer: '竞赛图中的竖线是它训练时的时域（horizon）。再往后该怎么做，没有人告诉过它。',
  },
  how: {
    title: '优化器是怎样学出来的',
    walk: '走一遍下一次元迭代',
    lead: '优化器把梯度变成更新。在这里，做这件事的是一个LSTM：所有坐标共用一个网络，每个坐标有自己的记忆。它用梯度下降来训练，梯度穿过它自己走过的步；评判它用的是它没有见过的问题。',
    loss: {
      title: '元损失（meta-loss）',
      formula: '一次展开中各步的f之和的期望。',
      text: '导数每次往回传二十步。论文把输入LSTM的梯度当作常数；在<i>导数与长度</i>下可以让导数通过它们。',
      source:
        'Andrychowicz et al. 2016，arXiv 1606.04474。log f之和、随机缩放和逐渐增长的时域不是他们的。',
    },
    race: {
      title: '公平的竞赛',
      text: '所有优化器从同样的留出（held-out）问题的同样的点出发。人工设计的优化器用的是网格上表现最好的学习率，网格搜索用的是另外的问题：打开<i>调好的学习率</i>可以看到。共轭梯度法和L-BFGS没有什么要调，放在这里是为了对照：它们看的不止是单个坐标的梯度。',
    },
  },
};
