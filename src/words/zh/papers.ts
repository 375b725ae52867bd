/** What is said beside published figures: for who opens them, and for README. */

import type { papers as en } from '../en/papers';
import { message } from '../message';

/** Where training departs from the papers, whatever the preset. */
export const deviations =
  '我们的不同之处：用32个滤波器而不是64个，每次的任务更少，学习率降到0，Reptile的墨迹值也取1；嵌入用抖动过的手写图训练，匹配网络用20-way训练，余弦乘以10。';
export const notComparable = '不能严格比较：论文在整个数据集的1,200个字符上训练，在423个字符上测试';

export const papers: typeof en = {
  table: {
    lead: message(
      '在留出任务上，附95%置信区间。<b>发表值</b>是论文所报告的，或由任务推出的；<b>预先计算</b>于{date}用<code>{command}</code>算得（{iterations}次元迭代）；<b>现在</b>是此页面上的运行，在元迭代{at}处。{remarks}',
    ),
    counted: message(
      '一个任务的损失若不是数，或超过第一步之前的{times}倍（既比该任务自己的，也比平均的），就算失控：均值取其余任务的，只要其余任务不是少数。',
    ),
    uncounted: '预先计算的部分是所有任务的均值，包括失控的任务。',
    ranAway: message('（{tasks, number}个中有{count, number}个失控；中位数{median}）'),
    data: '与论文对照，数据',
    caption: '发表值、预先计算值与现在的值',
    method: '方法',
    published: '发表值',
    beforehand: '预先计算',
    now: '现在',
    steps: message('{count, plural, other {#}}步'),
  },
  regression: {
    measures: message(
      '在{shots}个点上走若干梯度步之后，{queries}个查询点上的均方误差，取自{tasks}个留出任务',
    ),
    diverged: message('{name}在元迭代{at, number}前已发散：所列数值取自发散之前的权重。'),
    titles: { 'sinusoid-rules': '学习规则，正弦，10-shot' },
    'zero predictor': '零预测器',
    'best task-blind predictor': '不看任务的最佳预测器',
    noise: {
      title: '正弦的K个点所能达到的最好结果',
      measures: message(
        '知道任务族的贝叶斯与波本身相比的平方误差，取自Finn et al. 2017的正弦中的{tasks}个留出任务，各行相同',
      ),
      points: message('{count, plural, other {#}}个点'),
      loss: message('噪声{noise}'),
      said: message('噪声{noise}，按它自己所说'),
      remarks:
        '什么也不训练。没有噪声时（它按0.0001计算），两个点几乎就能定下任何正弦；有噪声时，点不太少以后，误差约降到2σ²/K，即两个未知数的误差。它自己所说的是它的信念的方差：它错多少，就说多少。',
    },
    remarks: {
      'sinusoid-10shot':
        '论文只给出曲线。其中没有一阶MAML和Reptile：它们与论文共用任务、网络和内学习率。',
      metasgd:
        '论文报告一步之后Meta-SGD为0.53，MAML为0.77，所用任务的频率也会变化。两者都只为一步而训练：超过一步，Meta-SGD的学习率会使它失控。',
      'sinusoid-rules':
        '不在他们的论文中：任务取自Finn et al. 2017，五个内循环步，元迭代数是其五分之一。元学习器LSTM采用Ravi and Larochelle 2017的方程，没有其代码中位于门之下的记忆。它和隐式MAML有自己的内循环：一步走多远由门决定，不是α；隐式MAML练习二十个较小的步，由λ拉向θ，表中是前十步。它的λ为10，步长0.0025：用实验室默认的30和0.005，它会发散。',
      anil: '论文中没有回归。每种方法用0.01和0.03两个学习率中对它较好的一个。十步是训练时的两倍，之后少数任务可能失控并主导均值：请看旁边的中位数。',
      'sinusoid-5shot':
        'MAML只为一步而训练。大约四步以上，α = 0.01的梯度下降会在五个点挨得很近的个别任务上失控，少数这样的任务就主导了均值：请看旁边的中位数。',
      'reptile-toy': '脚本不输出数值；它显示8、16、24和32步之后的拟合。其中没有MAML。',
      cubic:
        '文中只给出拟合：在新任务上训练第一轮（epoch）之后，MAML已拟合，Reptile好于随机初始化。取值范围、激活函数和外学习率没有说明，由我们选定。',
    },
  },
  optimizers: {
    measures: message(
      '每个优化器走{steps}步之后的f，取自{problems}个留出问题；学习率在同样多的其他问题上调好',
    ),
    remarks: '论文只给出曲线。括号中是正确的实现会接近的基线值。',
    onPage:
      '论文只给出曲线：列为发表值的是调好的基线，正确的实现会接近它们。它们的尾部很重，因此另一次抽取会不同。',
  },
  omniglot: {
    title: message('Omniglot，{preset}'),
    measures: message(
      '在{tasks, number}个由测试字符构成的{ways}-way {shots}-shot任务上的准确率，每个字符一张查询手写图',
    ),
    heading: '准确率，%',
    with: {
      transductive: message('{name}，转导式'),
      inductive: message('{name}，逐张'),
    },
    remarks: `${notComparable}。${deviations}除非另有说明，批统计量与各论文相同：会适应的方法用转导式，做嵌入的方法用训练手写图的统计量。“逐张”只用支持集来归一化每张查询手写图。`,
  },
  memory: {
    title: {
      onehot: '5个字符的流，one-hot标签',
      strings: '15个字符的流，标签为五个字母的字符串',
    },
    measures: message(
      '在{streams}条由测试字符构成、各含{drawings}张手写图的留出流上，某个字符第1次、第2次……第10次出现时的准确率，%',
    ),
    instance: message('第{instance}次'),
    source: { onehot: 'Santoro et al. 2016，表1', strings: 'Santoro et al. 2016，表2' },
    readers: {
      mann: 'MANN',
      kv: '键值注意力',
      snail: 'SNAIL',
      lstm: 'LSTM',
      nearest: '记住一切的最近邻',
      rare: '稀有事件记忆，什么都不学',
      feedforward: '前馈网络',
      people: '人',
      ntm: '使用神经图灵机寻址的MANN',
    },
    characters: message(
      '在由{train, number}个字符构成的流上训练，用另外{test, number}个字符测试，全部来自Omniglot的background集。',
    ),
    remarks: {
      onehot:
        '与论文的做法不同：手写图经过一个冻结的嵌入读入，该嵌入在训练字符上训练得到，而不是直接读像素；字符不旋转，学习率分两步降到十分之一。MANN用前馈控制器，它同时看到一张手写图和它的标签，有128个32个数的槽、两个头，键的强度是学出来的；论文用LSTM、128个40个数的槽、四个头和普通余弦。旁边的LSTM有64个单元，论文的有200个。人和论文中的网络看的是像素。第1次出现时，靠排除已经告知的标签，谁的准确率都不会超过45.7%。',
      strings:
        '与论文的做法不同：手写图经过一个冻结的嵌入读入，该嵌入在训练字符上训练得到，而不是直接读像素；字符不旋转；训练用60张图的流，测试用150张，学习率分两步降到十分之一。一条流中没有两个字符有相同的字符串。MANN用前馈控制器，它同时看到一张手写图和它的标签，有128个32个数的槽、两个头，键的强度是学出来的；论文中最好的用LSTM和128个40个数的槽。旁边的LSTM有64个单元。已发表的最近邻比较的是自编码器的特征。论文的表中，这里只列出15个字符、且能与第二个来源核对的行。五个字母全对才算答对：盲猜是3,125个字符串中取一个，第1次出现时谁的准确率都不会超过0.03%。',
    },
  },
};
