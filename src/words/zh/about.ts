/** What each contender does, where it comes from: for who wants to know how it works. */

import type { about as en } from '../en/about';

const finn = 'Finn et al. 2017, arXiv 1703.03400';

export const about: typeof en = {
  maml: {
    formula: 'θ逆着适应之后的查询损失在θ处的梯度移动。',
    plain: '与模型无关的元学习：练习适应，并问怎样的起点会使适应更容易。',
    idea: '问起点该怎样改变，才能使适应之后的损失下降。链式法则穿过各个内循环步，因此每一步都带来一个支持损失的海森矩阵。',
    source: finn,
  },
  fomaml: {
    formula: 'θ逆着适应后的权重处的查询梯度移动。',
    plain: '与上相同，但忽略起点如何使路径弯曲。',
    idea: '把每个海森矩阵都取为零的MAML：在适应结束处求得的梯度，用在适应开始处。',
    source: 'Finn et al. 2017, arXiv 1703.03400，第5.2节',
  },
  reptile: {
    formula: 'θ向适应后的权重的均值移动。',
    plain: '走向在各个任务上训练结束的地方。',
    idea: '在每个任务上用几个小批量训练，然后向所到之处移动。没有查询集，没有二阶导数。',
    source: 'Nichol et al. 2018, arXiv 1803.02999',
  },
  metasgd: {
    formula: 'θ和每个参数的学习率，都逆着以这些学习率适应之后的查询损失的梯度移动。',
    plain: '练习适应，并同时学习每一步的大小。',
    idea: '还学习每个权重该移动多远的MAML：每个参数有一个学习率，其中有些是负的。它一步走得与其他方法多步一样远，但不能要求它走比训练时更多的步。',
    source: 'Li et al. 2017, arXiv 1707.09835',
  },
  anil: {
    formula: 'θ像在MAML中那样移动；适应只移动最后几层。',
    plain: '只用最后一层练习适应。',
    idea: '只有最后一层适应的MAML：前面各层必须提供对每个任务都有用的特征。几乎没有内循环。',
    source: 'Raghu et al. 2020, arXiv 1909.09157',
  },
  ravi: {
    formula:
      'θ和各个门都逆着适应之后的查询损失的梯度移动；适应时由门决定每个权重保留多少、走多远。',
    plain: '学习从哪里开始，并学习决定每一步的门。',
    idea: '权重是一个记忆细胞的内容。在每一步，输入门说明一个权重沿其梯度走多远，遗忘门说明保留多少；两者读入梯度、损失、权重和自己的过去，所用的14个数由所有权重共用。它有自己的内循环：α对它没有作用。',
    source: 'Ravi and Larochelle 2017, ICLR',
  },
  joint: {
    formula: 'θ逆着所有任务的平均损失的梯度移动。',
    plain: '同时学习所有任务，因此学到它们的平均。',
    idea: '同时在所有任务的点上做普通训练。它最好也只能做到任务的平均。',
    source: 'Finn et al. 2017第5.1节的基线“pretrained”',
  },
  random: {
    formula: 'θ不动。',
    plain: '从未练习。',
    idea: '所有方法开始时的权重。它们像其他方法一样适应，仅此而已。',
    source: '',
  },
  prototypical: {
    formula: '一个类别的概率，随着到它的支持点嵌入均值的平方距离增大而降低。',
    plain: '学习怎样看，使同一字符的手写图彼此靠近。',
    idea: '嵌入所有手写图；一个类别是它的支持点的均值，最近的均值胜出。',
    source: 'Snell et al. 2017, arXiv 1703.05175',
  },
  alphabet: {
    formula: '按嵌入的余弦乘以一个学到的数，对支持点施以注意力。',
    plain: '学习分辨同一字母表的字符，不论是哪个字母表。',
    idea: '嵌入位于球面上的卷积网络：训练它在同一字母表的手写图中，也在整批手写图中，找出同一字符由另一个人写的那一张。这套做法是本项目自己的，由常用的部分组成。',
    source: '',
  },
  matching: {
    formula: '按嵌入的余弦对支持点施以注意力，为它们的标签投票。',
    plain: '学习怎样看，并让它所见过的按相似程度投票。',
    idea: '嵌入所有手写图；每个支持点按自己的嵌入与查询点嵌入的余弦，为自己的类别投票。',
    source:
      'Vinyals et al. 2016, arXiv 1606.04080，不用全上下文嵌入。因子10由我们选定：只用余弦时它学到的少得多',
  },
  pixels: {
    formula: '余弦最大的支持手写图的类别。',
    plain: '把一张手写图叠在另一张上。',
    idea: '用余弦比较像素，什么也不学。',
    source: '',
  },
  learned: {
    formula: 'θ移动多少，由LSTM m（参数为φ，状态为h）根据f的梯度提议。',
    plain: '通过走步来训练如何走步。',
    idea: '梯度以其对数和符号输入，因此极小和极大的梯度对网络来说相似。同样的权重用于每个坐标：在十维中训练的优化器在任意维数中都能工作。',
    source: 'Andrychowicz et al. 2016, arXiv 1606.04474',
  },
  sgd: {
    formula: 'θ逆着梯度g移动，距离为η乘以它的长度。',
    plain: '往下坡走，越陡走得越远。',
    idea: '沿坡往下走，有多陡走多远。一个学习率用于所有方向，因此由最陡的方向决定。',
    source: '',
  },
  momentum: {
    formula: '速度v累积梯度，并按μ = 0.9衰减；θ以学习率η逆着它移动。',
    plain: '往下坡滚，并保持速度。',
    idea: '一个滚动的球：各梯度一致的部分积累速度，不一致的部分相互抵消。',
    source: 'Polyak 1964，采用Sutskever et al. 2013的形式，不带其因子',
  },
  nesterov: {
    formula: '速度v累积梯度，并按μ = 0.9衰减；θ逆着梯度加μ v移动。',
    plain: '往下坡滚，并及早刹车。',
    idea: '把下一步也考虑在内的动量法，因此更早刹车。',
    source: 'Nesterov 1983，采用Sutskever et al. 2013的形式，梯度取在θ处（Bengio et al. 2013）',
  },
  rmsprop: {
    formula: '平方梯度的均值s按ρ = 0.9衰减；θ逆着梯度除以s的平方根移动。',
    plain: '无论陡不陡，每个方向上走的距离差不多。',
    idea: '把每个梯度除以它通常的大小：无论陡不陡，每个坐标移动的距离差不多。',
    source: 'Tieleman and Hinton 2012',
  },
  adam: {
    formula: 'g和g²的均值m和v，针对它们从0开始作了修正；θ逆着m除以v的平方根移动。',
    plain: '滚动，并且每个方向上走的距离差不多。',
    idea: '动量法与RMSprop合而为一，其均值从第一步起就是对的。',
    source: 'Kingma and Ba 2015，算法1；β₁ = 0.9，β₂ = 0.999',
  },
  cg: {
    formula: '方向d是梯度g的相反方向，并借助海森矩阵H与之前各方向共轭；θ沿d移动到f最小处。',
    plain: '知道这是二次函数，从不抵消走过的一步。',
    idea: '在二次函数上，走了与θ的坐标数同样多的步之后，它就到达最小值。没有什么需要调。每一步比其他方法多花一次与海森矩阵的乘积。',
    source: 'Hestenes and Stiefel 1952；为抵御舍入误差，保留每个方向',
  },
  lbfgs: {
    formula: 'θ以学习率α逆着B g移动，其中B是由θ的变化s和g的变化y对海森矩阵之逆的猜测。',
    plain: '从梯度的变化猜测曲率。',
    idea: '记住最近十次变化，沿一条线尝试各点，直到f下降得足够多。没有什么需要调。每个尝试过的点算一步，f取它所在处的值。',
    source: 'Nocedal 1980；Liu and Nocedal 1989；线搜索取自Lewis and Overton 2013',
  },
};
