/** The words of the map of the field: its groups, its cards, and the tables below it. */

import type { field as en } from '../en/field';
import { message } from '../message';

export const field: typeof en = {
  title: '领域地图',
  lead: '课堂上讲授的每种方法，各在其位。这里能运行的，通向它的实验室和课程；其余的通向一张卡片。',
  toLessons: '全部课程',
  sections: {
    methods: '方法，三种分法',
    cards: '参考卡片',
    bilevel: '两个循环，一张表',
    published: '发表的数值',
  },

  by: '分组方式',
  taxonomies: {
    lecture: {
      label: '初始化、循环网络、强化学习',
      source: '按CS420课程（2019）第16讲的划分：看是什么产生学习。',
    },
    post: {
      label: '优化器、度量、循环网络',
      source: '按Pan, Gao and Zhou（2020）的划分：看学的是什么。',
    },
    slides: {
      label: '黑箱、Meta Networks、记忆',
      source: '按以元学习（meta-learning）的两种观点开头的幻灯片的划分：看网络如何读入数据集。',
    },
  },
  groups: {
    initialisation: {
      label: '初始化',
      text: '学习在新任务上的训练该从哪里开始。',
    },
    reinforcement: {
      label: '强化学习',
      text: '更新规则是一个策略，损失下降多少是它的奖励。',
    },
    optimizer: {
      label: '优化器',
      text: '学习怎样在新任务上最好地训练一个学习器。',
    },
    metric: {
      label: '度量',
      text: '学习一个空间，在其中只需与少数样例比较。',
    },
    blackBox: {
      label: '黑箱',
      text: '一个网络读入数据集，给出学习器，或给出学习器需要知道的东西。',
    },
    metaNetworks: {
      label: 'Meta Networks',
      text: '一个任务的快权重（fast weights），与所有任务共用的慢权重并存。',
    },
    memory: {
      label: '记忆与注意力',
      text: '样例被保存下来，并按相似程度再次找到。',
    },
  },
  recurrent: {
    lecture: {
      label: '循环网络',
      text: '循环网络把一个接一个的梯度变成更好的步子。',
    },
    post: {
      label: '循环网络',
      text: '循环网络把数据集当作一个流来读。',
    },
  },
  baselines: { label: '基线', text: '其他方法与之比较的对象。' },
  unplaced: {
    label: '未归类',
    text: '无论按名称还是按定义，都不在这些组中。',
  },
  marks: {
    named: '实心：这一讲把它列在这一组。',
    fits: '空心：它符合这一组的定义；这一讲没有把它列在这里。',
    fitsOnly: '符合这一组，未被列出',
  },
  inLab: message('{lab}实验室'),
  card: '卡片',
  lesson: message('课程：{title}'),
  byHand: '人工设计的优化器',
  all: {
    title: '三种分法并列',
    method: '方法',
    none: '未归类',
  },

  notLive: '这里还不能运行',
  threeLines: '它怎样读取：三行公式，配上实时的数字，在记忆实验室',
  cardsLead: '课堂上讲授而这里还没有实验室运行的：它是什么，用实验室的记号写出的方程，以及论文。',
  cards: {
    twoViews: {
      title: '两种观点：机制的与概率的',
      text: '机制的观点：一个网络读入数据集和查询（query），然后预测。概率的观点：θ是权重φ的先验（prior），从许多任务中学得，适应就是由它和支持集（support set）推断φ。从θ出发的几个梯度步起到这种先验的作用；在线性模型中是精确的。',
      formula: '预测是支持集与查询的函数；适应寻找最可能的φ。',
    },
    blackBox: {
      title: '黑箱适应',
      text: '一个网络读入支持集，给出学习器的权重；或者，由于权重很多，给出一个摘要h，与每个查询一起交给学习器。在条件神经过程中，h是各点嵌入的均值。',
      formula: 'φ是网络由支持集得出的；或者h是各点嵌入的均值。',
    },
    recurrentPolicy: {
      title: '用循环网络做元强化学习',
      text: '一个循环策略被告知上一个动作和奖励，并在同一任务的所有回合中保持状态。强化学习在许多任务上移动它的权重；在一个任务之内，学习的是它的状态。',
      formula: '下一个动作取决于观测、上一个动作、上一个奖励和状态。',
    },
    metaNetworks: {
      title: 'Meta Networks',
      text: '一个支持样例的损失梯度是它的元信息。网络m由此生成快权重，存在一个键之下。查询用注意力把它们混合；增强的层把慢权重和快权重的结果相加。慢权重由查询上的损失训练。',
      formula: '快权重由梯度生成，用注意力混合；一层把慢权重和快权重的结果相加。',
    },
    memoryNetworks: {
      title: '键值记忆网络与端到端记忆网络',
      text: '问题与每条记录的键比较；softmax为它们的值加权，其和就是读到的内容，读一跳或多跳。以手写图为键、标签为值时，它就是匹配网络的注意力，后者可在Omniglot实验室中运行。',
      formula: '与键m的相似度的softmax为值c加权；其和加到查询上。',
    },
    encoderDecoder: {
      title: '编码器-解码器与上下文向量',
      text: '一个循环网络把序列读成状态，另一个写出答案。有了注意力，写出的每个词都有自己的上下文向量：读到的各个状态，按与它对齐的程度加权。',
      formula: '上下文是各状态之和，权重是对齐程度的softmax。',
    },
    readWriteMemory: {
      title: '可读可写的记忆',
      text: '隐藏单元变成记忆的记录，输出门变成注意力，输入门和遗忘门变成加到记录上的和从记录中擦去的内容。一切都是光滑的，使梯度可以通过。',
      formula: '读是记录的加权和；写是按权重擦去e并加上a。',
    },
    dynamicalLanguage: {
      title: '继续学习的语言模型',
      text: '三种记忆：LSTM的状态，针对词；元学习器g在阅读时移动的权重，针对文章；不动的权重，针对语言。g由语言模型的损失训练。这里写成一般形式。',
      formula: '下一个权重是g由权重及其梯度得出的。',
    },
    mamlRl: {
      title: '用于强化学习的MAML',
      text: '一个任务的数据是轨迹，它的损失是负的回报。奖励没有导数，因此用一个梯度相同的替代损失，由优势A和对数概率构成。查询轨迹来自适应后的策略：论文的算法3。',
      formula: '两个循环都沿负期望回报的策略梯度走。',
    },
    learnToOptimise: {
      title: '用强化学习来学习优化',
      text: '任何优化器都是从它所见到下一步的函数。这里它是一个策略：步子是它的动作，每步之后的目标函数值是它的代价。它用引导策略搜索训练。',
      formula: '步子是策略由f和迄今所有点得出的；使f之和最小。',
    },
    architectureSearch: {
      title: '用强化学习做架构搜索',
      text: '一个循环控制器逐个token写出网络的描述。训练这个网络，它的验证准确率就是奖励R。准确率对架构没有导数：REINFORCE估计一个。',
      formula: '梯度是对数概率梯度的均值，以奖励减基线b加权。',
    },
    reversibleLearning: {
      title: '用可逆学习求超参数',
      text: '对整个训练反向求导，对每一步的每个学习率。保存它的全程会占用太多内存；因此改为把带动量的梯度下降精确地倒着运行，并存下舍入丢失的那些位。',
      formula: '对学习率的导数是与速度的内积；减去这一步就撤销了它。',
    },
    hallucination: {
      title: '用“想象”（hallucination）做小样本学习',
      text: '给样例很少的类别更多样例：其他类别的成对样例显示一个类别如何变化，网络G为新类别完成这个类比。特征的训练使少数样例的分类器接近许多样例的分类器。',
      formula: 'c₁之于c₂，如同x之于G由三者的特征得出的结果。',
    },
    fastWeights: {
      title: '快权重，以及指向自身的网络',
      text: '早期的方法：1987年一篇关于学习如何学习的学位论文；1992年，一个慢网络学习在序列经过时写出快网络的权重；1993年，一个嵌入自身各元层次的网络。方程是带键和值的形式。',
      formula: '慢网络给出键k和值v；它们的外积加到快权重上。',
    },
    synapticRule: {
      title: '学习突触学习规则',
      text: '1990年的一种早期方法：突触如何改变，是它局部各量的函数F，处处相同，参数为θ。这些参数在许多网络和任务上优化，用梯度下降或遗传算法。',
      formula: '每个突触按自身输入的F改变；θ使所有任务的损失最小。',
    },
    imperfectData: {
      title: '不完美但充足的数据',
      text: '标签要花工夫。其他数据不完美但充足：没有标签的，同时有几种类型的，来自其他领域的。从许多小数据集做小样本学习是利用最后一种的一条途径，它的训练样例是整个数据集。',
      formula: 'θ使由支持集得出的学习器的查询损失最小。',
    },
  },
  sources: {
    schmidhuber: 'Schmidhuber 1992, Neural Computation 4',
    bengio: 'Bengio et al. 1995, Neural Processing Letters 2',
    graves: 'Graves et al. 2014, arXiv 1410.5401',
    bahdanau: 'Bahdanau et al. 2015, arXiv 1409.0473',
    maclaurin: 'Maclaurin et al. 2015, arXiv 1502.03492',
    sukhbaatar: 'Sukhbaatar et al. 2015, arXiv 1503.08895',
    li: 'Li and Malik 2017, arXiv 1606.01885',
    hariharan: 'Hariharan and Girshick 2017, arXiv 1606.02819',
    zoph: 'Zoph and Le 2017, arXiv 1611.01578',
    duan: 'Duan et al. 2016, arXiv 1611.02779',
    wang: 'Wang et al. 2016, arXiv 1611.05763',
    ravi: 'Ravi and Larochelle 2017, OpenReview rJY0-Kcll',
    liNets: 'Li and Malik 2017, arXiv 1703.00441',
    munkhdalai: 'Munkhdalai and Yu 2017, arXiv 1703.00837',
    finn: 'Finn et al. 2017, arXiv 1703.03400',
    grant: 'Grant et al. 2018, arXiv 1801.08930',
    wolf: 'Wolf et al. 2018, arXiv 1803.10631',
    garnelo: 'Garnelo et al. 2018, arXiv 1807.01613',
    schlag: 'Schlag et al. 2021, arXiv 2102.11174',
  },

  bilevel: {
    lead: '同一种模式：由内层数据求出内层变量，再移动外层变量，使它在外层数据上表现好。不同之处在于有怎样的导数。',
    data: '两个循环的表',
    method: '方法',
    columns: {
      innerVariable: '内层变量',
      outerVariable: '外层变量',
      innerData: '内层数据',
      outerData: '外层数据',
      derivative: '外层导数如何得到',
    },
    rows: {
      maml: {
        innerVariable: 'φ，几步之后',
        outerVariable: 'θ，这些步的起点',
        innerData: '支持集',
        outerData: '同一任务的查询集',
        derivative: '链式法则穿过各步：每一步一个海森-向量积',
      },
      mamlRl: {
        innerVariable: 'φ，适应后的策略',
        outerVariable: 'θ，之前的策略',
        innerData: '之前的策略的轨迹',
        outerData: '适应后的策略的轨迹',
        derivative: '两个循环都用策略梯度，来自负回报的替代损失',
      },
      learned: {
        innerVariable: 'θ，被优化的变量',
        outerVariable: 'φ，LSTM的权重',
        innerData: '问题f，一步接一步',
        outerData: '沿途的f之和',
        derivative: '反向穿过展开的各步；f的梯度视为常数',
      },
      ravi: {
        innerVariable: 'θ，细胞状态',
        outerVariable: '各个门的权重，以及最初的细胞状态',
        innerData: '支持集，分批',
        outerData: '同一任务的查询集',
        derivative: '反向穿过细胞；进入细胞的梯度视为常数',
      },
      reversibleLearning: {
        innerVariable: 'w，整个训练的权重',
        outerVariable: '每一步的学习率和动量、惩罚项、数据',
        innerData: '训练集',
        outerData: '验证集',
        derivative: '链式法则穿过整个训练，训练倒着运行',
      },
      architectureSearch: {
        innerVariable: '所描述网络的权重',
        outerVariable: '控制器的权重',
        innerData: '训练集',
        outerData: '验证集',
        derivative: '没有导数：REINFORCE由奖励估计',
      },
      prototypical: {
        innerVariable: '无',
        outerVariable: '嵌入的权重',
        innerData: '支持集，嵌入一次',
        outerData: '同一回合的查询集',
        derivative: '普通的梯度：没有什么要展开',
      },
    },
  },

  published: {
    lead: '准确率以百分数计，给出过95%置信区间的一并列出。每张图旁边写明其中哪些不可比较。',
    method: '方法',
    kinds: { published: '发表值', ours: '我们的，预先计算' },
    figure: message('{mean} ± {ci95}'),
    notComparable: '哪些不可比较',
    miniImagenet: {
      title: 'mini-ImageNet，5-way',
      text: '100个类别的彩色照片，84 × 84像素：64类用于训练，16类用于验证，20类用于测试。这里没有在它们上面训练任何东西。所有行都来自Finn et al. 2017的表1。',
      oneShot: '1-shot',
      fiveShot: '5-shot',
      rows: {
        finetune: '微调基线',
        neighbour: '最近邻基线',
        matching: '匹配网络',
        lstm: '元学习器LSTM',
        fomaml: '一阶MAML',
        maml: 'MAML',
      },
      notes: {
        statistics:
          'MAML把一个任务的所有查询一起归一化，因此每个查询都透露其他查询的一些信息。元学习器LSTM公开的代码不这样做。',
        copied:
          '前四行由Ravi和Larochelle运行，后两行由Finn et al.运行。匹配网络是带全上下文嵌入的。',
        network: '后来的论文常用更深的网络：它们的数值属于另一张图。',
      },
    },
    omniglot: {
      title: 'Omniglot，发表值与我们的值',
      task: '任务',
      tasks: {
        'omniglot-5way-1shot': '5-way 1-shot',
        'omniglot-5way-5shot': '5-way 5-shot',
        'omniglot-20way-1shot': '20-way 1-shot',
      },
      column: '准确率，%',
      from: message('我们的：{tasks}个留出任务，于{date}用<code>{command}</code>算得。'),
      mann: 'MANN，不用卷积',
      mannSource: 'Santoro et al. 2016，引自Finn et al. 2017',
      stream:
        'MANN读取手写图的流，标签晚一步到来：它的数值是一个字符的第二张和第五张手写图的准确率。',
    },
  },
};
