/** The regression lab's words. */

import type { regression as en } from '../en/regression';
import { message } from '../message';

const phase = { unit: 'rad' };

export const regression: typeof en = {
  title: '一条新曲线上的几个点',
  fields: {
    contenders: { label: '比较' },
    task: {
      label: '任务',
      help: '任务从这一族中抽取。',
      options: { sinusoid: '正弦 A sin(x − φ)', cubic: '三次函数 ax³ + bx² + cx + d' },
    },
    shots: { label: '样本数K', help: '支持点：学习器可以据以适应的点。' },
    queries: { label: '查询点', help: '用来评判适应后的学习器的点。' },
    amplitude: { label: '振幅A', help: '元训练中振幅的范围。' },
    phase: { label: '相位φ', help: '元训练中相位的范围。', ...phase },
    a: { label: '系数a', help: 'x³的系数。' },
    b: { label: '系数b', help: 'x²的系数。' },
    c: { label: '系数c', help: 'x的系数。' },
    d: { label: '系数d', help: '常数项。' },
    inputRange: { label: '输入x', help: '一个任务的点所在的范围。' },
    inputs: {
      label: '位置',
      help: '等间距：支持点和查询点共用一个固定网格。',
      options: { random: '均匀随机', grid: '等间距' },
    },
    noise: { label: '噪声', help: '每个目标值上噪声的标准差。' },
    testAmplitude: { label: '测试振幅', help: '留出任务的振幅。' },
    testPhase: { label: '测试相位', help: '留出任务的相位。', ...phase },
    testScale: {
      label: '测试系数 ×',
      help: '留出的三次函数的系数放大这么多倍。',
    },
    testInputRange: { label: '测试输入', help: '留出任务的点所在的范围。' },
    hidden: { label: '隐藏单元', help: '各隐藏层的宽度，以逗号分隔。' },
    activation: { label: '激活函数', options: { relu: 'ReLU', tanh: 'tanh' } },
    initialiser: {
      label: '初始权重',
      help: '所有方法从同一次抽取开始。',
      options: {
        'truncated-normal': '截断正态，σ = 0.01',
        'fan-in-uniform': '均匀 ±1/√fan-in',
        'he-normal': 'He正态，σ = √(2/fan-in)',
      },
    },
    innerRate: { label: '学习率α', help: '适应的步长。' },
    innerSteps: {
      label: '训练时的步数',
      help: 'MAML对其求导的内循环步数。',
    },
    testSteps: { label: '测试时的步数', help: '适应显示和测量到第几步。' },
    outerOptimizer: {
      label: '外循环优化器',
      help: '用于每个按梯度下降的方法：Reptile按自己的ε移动。',
      options: { adam: 'Adam', sgd: 'SGD' },
    },
    outerRate: { label: '学习率β', help: '外循环优化器的步长。' },
    metaBatch: { label: '每个元步的任务数', help: '每种方法看到的任务都相同。' },
    iterations: {
      label: '元迭代次数',
      help: '训练在此结束；Reptile的ε在此降到0。',
    },
  },
  groups: {
    task: '任务',
    'task/points': '点与噪声',
    inner: '内循环',
    outer: '外循环',
    'outer/optimiser': '优化器与长度',
    'outer/reptile': 'Reptile',
    'outer/metasgd': 'Meta-SGD',
    'outer/anil': 'ANIL',
    'outer/imaml': '隐式MAML',
    'outer/ravi': '元学习器LSTM',
    'outer/process': '神经过程',
    test: '留出任务',
    network: '网络与引擎',
  },
  fromStart: '只看起点',
  hints: { test: '把它们移出训练范围，看看适应在哪里失败。' },
  presets: {
    'sinusoid-10shot': {
      label: 'Finn et al. 2017，正弦，10-shot',
      source: 'arXiv 1703.03400第5.1节。Reptile不在该论文中：它的步数和ε由我们选定，内学习率相同。',
    },
    'sinusoid-5shot': {
      label: 'Finn et al. 2017，正弦，5-shot',
      source: 'arXiv 1703.03400第5.1节。Reptile不在该论文中：它的步数和ε由我们选定，内学习率相同。',
    },
    'reptile-toy': {
      label: 'Nichol et al. 2018，Reptile的玩具例子',
      source:
        '作者的脚本：50个固定的点，其中10个是支持点。其中没有MAML：它同样走5个内循环步，学习率相同。',
    },
    cubic: {
      label: 'Pan, Gao and Zhou 2020，三次函数',
      source:
        '两个宽度为40的隐藏层，每个元步一个任务，α = 0.01，Reptile走3步。取值范围、激活函数和外学习率没有说明，由我们选定。其中没有一阶MAML，它在这里会漂移：加上它看看。',
    },
    metasgd: {
      label: 'Meta-SGD与MAML并列',
      source:
        'Li et al. 2017，arXiv 1707.09835：每个参数有一个学习得到的学习率。用Finn et al. 2017的任务，10-shot，两者都走一个内循环步；该论文的任务频率也会变化。',
    },
    anil: {
      label: 'ANIL与MAML并列',
      source:
        'Raghu et al. 2020，arXiv 1909.09157，其中没有回归：用Finn et al. 2017的任务，10-shot，五个内循环步，MAML用α = 0.01，ANIL用0.03：各用两个学习率中对自己较好的一个。',
    },
  },
  remarks: {
    diverged: message('{name}到元迭代{at}时已发散：它的数值失控了。'),
    lower: message('请调低{knobs}，然后重置。'),
    knob: message('{label}（现为{value}）'),
    or: '或',
  },
  adaptation: {
    section: '对一个任务的适应',
    beyond: message('{task}，超出训练范围'),
    restore: '恢复各点',
    drag: '拖动一个点',
    stepsAt: message('走了<b>{at}</b> / {of, plural, other {#}}个梯度步之后'),
    stepsValue: message('{at} / {of}'),
    before: '之前',
    steps: '梯度步',
    overlay: '叠放',
    side: '并排',
    overlaid: '全部画在一个任务上',
    distance: message(
      '{name}：在这个任务上的平方误差，{count, plural, =0 {第一步之前} other {#步之后}}',
    ),
    distanceRead: message('{name}：读入支持点后，在这个任务上的平方误差'),
    newTask: '新任务',
    own: '自己的任务…',
    supportPoint: '支持点',
    most: message('这里一个任务至多有{count, number}个支持点。'),
    loss: message('损失{loss}'),
    lossHelp: '与真实函数之间的均方误差，取遍留出任务的输入范围',
    trueY: '真实的y',
    after: message('{count, plural, other {#}}步'),
  },
  curve: {
    heldOut: '留出任务上的损失 ',
    chips: message('标签上：走这些步之后，{tasks}个留出任务上的损失{average}'),
    estimates: message(
      '标签上：走这些步之后的损失{average}，停下之前取自{all}个留出任务中的{tasks}个',
    ),
    about: message('≈{loss}'),
    title: 'k个梯度步之后的损失',
    overMean: message('{tasks}个留出任务，95%置信区间'),
    over: message('{tasks}个留出任务'),
    averageHelp: '均值取自适应没有失控的任务；中位数取自所有任务。',
    zero: message('处处为零：{value}'),
    best: message('没有点时的最佳猜测：{value}'),
    bestTerm: {
      name: '没有点时的最佳猜测',
      help: '不看任务的点所能达到的最小误差，即不看任务的最佳预测器的误差。低于它的，就从点中学到了东西。',
    },
    loss: '均方误差',
    stepsK: '步数k',
    interval: message('{name}，95%置信区间的一半'),
    median: message('{name}，中位数'),
    ranAway: message('{name}，失控'),
  },
  training: {
    title: '元训练损失',
    abscissa: {
      label: '横轴',
      options: {
        iterations: '按元迭代',
        gradients: '按梯度数',
        seconds: '按秒',
      },
      axis: {
        gradients: '梯度与海森-向量积的次数',
        seconds: '各自计算的秒数',
      },
    },
    part: message(
      '从{from}起，{steps, plural, other {#}}步之后（{tasks, plural, other {#}}个任务）',
    ),
    parts: message('{list}，在从中学习之前'),
    note: message(
      '{steps, plural, other {#}}步之后，在接下来的{tasks, plural, other {#}}个任务上，从中学习之前',
    ),
  },
  see: {
    idle: '这里没有谁要学什么：训练会经过各个任务，但什么也不改变。',
    beyond: '这些任务超出了训练范围。所学到的是任务的一个分布：在分布之外，几步就不再足够。',
    untrained:
      '所有方法从同样的随机权重开始，所以它们的图看起来一样。请按<b>训练</b>：每种方法以自己的方式从同样的任务中学习，并在适应其他任务之后受到评判。',
    early: '首先学到的是所有任务的平均。使各方法有别的东西在后面：从那里走一个梯度步能走多远。',
  },
  how: { title: '各方法如何学习' },
};
