/** What the microscope says: each line of an algorithm in plain words, and what it has come to, in the run's own numbers. */

import type { microscope as en } from '../en/microscope';
import { message } from '../message';
import { studies } from './studies';

export const microscope: typeof en = {
  studies,
  title: message('{label}，第{at}次元迭代，逐行看'),
  close: '关闭',
  listing: '算法',
  place: '记录中的位置',
  placeAt: message('{at} / {of}：{line}'),
  first: '抽取',
  back: '返回',
  next: '下一行',
  play: '播放',
  stop: '停止',
  gear: '节奏',
  gears: { line: '逐行', task: '逐任务', iteration: '逐元迭代', full: '全速' },
  take: '训练这次元迭代',
  task: '任务',
  taskAt: message('任务{at}，共{of}个'),
  inStep: message('第{k}步，共{of}步'),
  awaited: '正在记录下一次元迭代。',
  training: '只有静止的运行才有记录。请暂停训练，再看它的下一次元迭代。',
  past: '记录的是下一次元迭代。请回到现在再看。',
  absent: '它没有参加这次运行，或者已经发散：没有它的下一次元迭代可看。',
  nothing: '一行也没有：θ保持抽取时的样子，只在测试时才适应。',
  honest: '由训练用的代码本身记录：记录之后，运行以完全相同的数值继续，直到最后一位。',
  plot: '选中的任务',
  plotTable: { x: 'x', truth: '真实的y', start: '在θ处', now: '现在' },
  truth: '任务',
  start: 'θ',
  plane: {
    title: '平面中的权重',
    axes: '这个平面过θ，由第一个梯度和外循环的方向张成；平面中的长度和角度都是真实的。梯度画成其长度的α倍：学习率只有α时，这就是所走的步。圆点：其他任务。',
    within: message('最后画出的部分，有{part}落在这个平面内'),
    seen: message(
      'θ在中间；由它出发，画出选中任务的路径和各个梯度，以及{tasks, number}个任务到达的地方。',
    ),
  },
  faded: {
    begin: '第二遍：留空一行',
    title: '是哪一行？',
    ask: '把v穿过这一步往回传的那一行空着。请选择，你所选的会在这里与MAML并列训练：从同样的权重出发，在同样的任务上。',
    legend: 'v变为',
    options: { minus: 'v − αHv', same: 'v', plus: 'v + αHv', product: 'Hv' },
    end: '显示这一行',
    training: '运行静止时才训练它。请暂停训练。',
    awaited: '两者正在训练。',
    plot: '一步之后的损失',
    iterations: '元迭代',
    loss: '损失',
    underWay: message('到目前为止{at}次元迭代：MAML为{right}，你的为{chosen}。'),
    outcomes: {
      minus: message(
        '这就是MAML：移动θ，也移动了走步所依据的坡度。留出任务上一步之后的损失，经过{at}次元迭代，从{began}变为{right}。',
      ),
      same: message(
        '这是一阶MAML：它走步时，好像坡度不随θ移动。{at}次元迭代之后，它一步之后的损失为{chosen}；MAML的为{right}。',
      ),
      plus: message(
        '符号错了：v往回传时，好像穿过的是上坡的一步。{at}次元迭代之后，它一步之后的损失为{chosen}；MAML的为{right}。',
      ),
      product: message(
        '只剩下坡度的变化，v本身被忘掉了。{at}次元迭代之后，它一步之后的损失为{chosen}；MAML的为{right}。',
      ),
    },
  },
  /** What each line is, and what happened in it. */
  lines: {
    draw: {
      plain: '抽取任务',
      said: message(
        '抽取了{tasks}个任务。这一个有{points}个支持点（实心）供学习，{asked}个查询点（空心）用来评判。在θ处，它的支持损失为{support}。',
      ),
    },
    innerGradient: {
      plain: '支持点上的梯度',
      said: message(
        '支持损失为{supportBefore}时，梯度指出每个权重该怎样移动。它的长度为{length}。',
      ),
    },
    innerStep: {
      plain: '内循环的一步',
      said: message(
        '沿梯度下降一步，学习率α：支持损失从{supportBefore}到{support}，查询损失从{queryBefore}到{query}。',
      ),
    },
    stepByRates: {
      plain: '按每个权重的学习率走一步',
      said: message(
        '每个权重按自己的学习率走一步：支持损失从{supportBefore}到{support}，查询损失从{queryBefore}到{query}。',
      ),
    },
    proximalStep: {
      plain: '走一步，并被拉向θ',
      said: message(
        '沿支持集梯度下降，又被λ拉回θ：支持损失从{supportBefore}到{support}，查询损失从{queryBefore}到{query}。',
      ),
    },
    conjugateStep: {
      plain: '求解θ该怎样移动',
      said: message(
        '共轭梯度的一步：θ应当怎样移动，才能使解逆着查询梯度移动？不需要通往解的路径。到此为止，它转过{turned}，改变了自身长度的{changed}。',
      ),
    },
    meanOfSolved: {
      plain: '对任务取平均',
      said: message('{tasks}个任务对θ的要求取平均，其长度为{length}。'),
    },
    gates: {
      plain: '每个权重的门',
      said: message(
        '门读入梯度、损失{supportBefore}、各个权重和自己的过去，说明每个权重走多远、保留多少。',
      ),
    },
    stepByGates: {
      plain: '按门走一步',
      said: message(
        '每个权重由遗忘门保留，由输入门走步：支持损失从{supportBefore}到{support}，查询损失从{queryBefore}到{query}。',
      ),
    },
    ofGates: {
      plain: '门应当怎样读',
      said: message(
        '这一步怎样会更好，告诉所有门共用的那些数。到此为止，它们的这个方向长度为{length}。',
      ),
    },
    throughGates: {
      plain: '穿过门往回传',
      said: message(
        '这一步之前的权重由遗忘门保留，又被所有的门读入，所以梯度要穿过它们往回传。梯度转过{turned}，改变了自身长度的{changed}。',
      ),
    },
    queryGradient: {
      plain: 'φ处查询点上的梯度',
      said: message(
        '用查询点评判，适应后的φ的损失为{queryBefore}。查询点在那里的梯度长度为{length}。',
      ),
    },
    throughStep: {
      plain: '穿过这一步往回传',
      said: message(
        '这一步本身依赖于θ，所以梯度要穿过它往回传。梯度转过{turned}，改变了自身长度的{changed}：这正是一阶MAML略去的。',
      ),
    },
    throughRates: {
      plain: '穿过这一步往回传',
      said: message(
        '这一步本身依赖于θ，所以梯度要穿过它往回传，每个权重按自己的学习率。梯度转过{turned}，改变了自身长度的{changed}。',
      ),
    },
    ofRates: {
      plain: '学习率应当怎样',
      said: message(
        '在两个梯度一致之处，换一个学习率本可以做得更好。学习率的这个方向长度为{length}。',
      ),
    },
    mean: {
      plain: '对任务取均值',
      said: message('把{tasks}个任务的要求取均值：长度为{length}。它们不一致的部分互相抵消。'),
    },
    means: {
      plain: '对任务取均值',
      said: message('把{tasks}个任务的要求取均值，对θ和对学习率各一个。对θ，长度为{length}。'),
    },
    allGradient: {
      plain: '所有任务的点上的梯度',
      said: message(
        '把{tasks}个任务的点当作一个任务的点：梯度长度为{length}，就在θ处。没有任何适应。',
      ),
    },
    minibatchGradient: {
      plain: '一个小批量上的梯度',
      said: message('由这个任务的点的一个小批量决定：梯度长度为{length}。'),
    },
    adamStep: {
      plain: 'Adam的一步',
      said: message(
        'Adam的一步：支持损失从{supportBefore}到{support}，查询损失从{queryBefore}到{query}。',
      ),
    },
    towards: {
      plain: '各任务所到之处的均值',
      said: message('从θ看，{tasks}个任务所到之处平均起来，离θ的距离为{length}。'),
    },
    outerStep: {
      plain: '外循环的一步',
      said: message(
        'θ移动{length}。从那里出发，同样的{tasks}个任务适应之后的损失为{after}；原来为{before}。',
      ),
    },
    outerMove: {
      plain: '外循环的一步',
      said: message(
        'θ向那里移动{length}。从新的位置出发，同样的{tasks}个任务适应之后的损失为{after}；原来为{before}。',
      ),
    },
  },
  /** What is said of drawings. */
  omniglot: {
    task: '选中的任务',
    drawings: '其中一些手写图',
    support: '支持手写图',
    judged: '网络对每张手写图怎么说',
    queryAt: message('查询{at} / {of}'),
    isOf: message('{name}的手写图'),
    seen: message('{name}的手写图，网络给它{share}'),
    likeliest: message('{ways}个字符中，它自己的和其他最可能的：共{count}个。'),
    plane: '网络的空间',
    planeSeen: '选中的查询手写图，在支持手写图之中，与它所比较的每一张之间有一条线。',
    crosses:
      '这一回合的嵌入相差最大的平面；距离在所有维度上取。圆环：支持手写图。十字：原型。实心：查询。粗线通向最近的原型。',
    rings:
      '这一回合的嵌入相差最大的平面；余弦在所有维度上取。圆环：支持手写图。实心：查询。粗线通向余弦最大者。',
    adapts: {
      draw: {
        plain: '抽取任务',
        said: message(
          '抽取了{tasks}个任务。这一个有{ways}个字符的{points}张支持手写图供学习，{asked}张查询手写图用来评判。在θ处，它的支持损失为{support}。',
        ),
      },
    },
    alone: {
      draw: {
        plain: '抽取任务',
        said: message(
          '抽取了{tasks}个任务。这一个有{ways}个字符的{points}张手写图，没有一张留出。在θ处，它们上面的损失为{support}。',
        ),
      },
      adamStep: {
        plain: 'Adam的一步',
        said: message('Adam的一步：这个任务所有手写图上的损失从{supportBefore}到{support}。'),
      },
    },
    compares: {
      draw: {
        plain: '抽取一个回合',
        said: message(
          '抽取了一个有{ways}个字符的回合：{points}张支持手写图供比较，{asked}张查询手写图要识别。其中一张被选中。',
        ),
      },
      embed: {
        plain: '嵌入每张手写图',
        said: message(
          '网络把每张手写图变成{width}个数，支持和查询都一样。没有什么会适应：手写图在它们所到之处比较。',
        ),
      },
      prototypes: {
        plain: '与原型比较',
        said: message(
          '一个字符的支持手写图取平均，就是它的原型。查询到自己的原型的负平方距离为{score}，到最近的另一个原型为{best}。',
        ),
      },
      cosines: {
        plain: '与每张支持手写图比较',
        said: message(
          '查询与自己字符的最近一张支持手写图的余弦为{score}，与其他字符的最近一张为{best}。',
        ),
      },
      shares: {
        plain: '变成概率',
        said: message('softmax把距离变成概率。查询所属的字符得到{share}。'),
      },
      votes: {
        plain: '施以注意力，按字符求和',
        said: message(
          'softmax把余弦变成注意力，一个字符各手写图的注意力相加。查询所属的字符得到{share}。',
        ),
      },
      ownLoss: {
        plain: '取负对数',
        said: message(
          '对这个查询，−log p为{loss}。在全部{asked}个查询上，均值为{mean}，认出{right}个。',
        ),
      },
      allGradient: {
        plain: '均值的梯度，穿过全部计算',
        said: message('网络的每个权重该怎样移动，才能使查询更靠近自己的字符：梯度长度为{length}。'),
      },
      outerStep: {
        plain: 'Adam的一步',
        said: message('θ移动{length}。同一回合现在的损失为{after}；原来为{before}。'),
      },
    },
    mixes: {
      draw: {
        plain: '抽取所有字符的手写图',
        said: message('抽取了{points}张手写图，各属于{ways}个训练字符之一，随机旋转。没有任务。'),
      },
      allGradient: {
        plain: '全部手写图上的梯度',
        said: message('网络在所有类别中说出每张手写图的名字：梯度长度为{length}，就在θ处。'),
      },
      outerStep: {
        plain: 'Adam的一步',
        said: message('θ移动{length}。同样的手写图现在的损失为{after}；原来为{before}。'),
      },
    },
  },
  /** Numbers of units, side by side. */
  units: {
    input: '输入门',
    forget: '遗忘门',
    candidate: '候选值',
    output: '输出门',
    cell: '细胞',
    hidden: '隐藏值',
    seen: message('{units, plural, other {#}}个单元，平均{mean}'),
    note: '每个单元一列；数字是均值。大于零为彩色，小于零为灰色。',
  },
  /** What is said of a learned optimiser. */
  optimizers: {
    problemAt: message('问题{at} / {of}'),
    updates: '一个坐标的更新',
    step: '步',
    update: '更新',
    gradient: '梯度',
    rivals: 'SGD和Adam对同样的梯度，用为竞赛调好的学习率；它们不记得这次展开之前的任何事。',
    untuned: 'SGD和Adam的学习率调好之后，就会列在旁边：竞赛会调。',
    cell: '在最后一层',
    unroll: {
      title: '什么通向什么',
      seenDropped:
        'θ通向它的梯度，经过网络m及其记忆通向更新，再通向下一个θ。从θ到它的梯度的边是虚线。',
      seenWhole: 'θ通向它的梯度，经过网络m及其记忆通向更新，再通向下一个θ。',
      dropped: '往回传时，没有什么通过虚线边：梯度视为常数，与论文一样。',
      whole: '往回传时，导数通过每一条边，包括梯度的那一条。',
    },
    lines: {
      draw: {
        plain: '问题，以及它们所在之处',
        said: message(
          '{problems}个问题，每个走{steps}步。下面是其中一个问题的一个坐标，它的f为{from}。',
        ),
      },
      gradient: {
        plain: '问题的梯度',
        said: message('在f = {from}处，这个坐标的梯度为{gradient}。网络得到的形式是{inputs}。'),
      },
      proposal: {
        plain: '网络提议一个更新',
        said: message(
          '各个门决定细胞保留什么、接受什么、放出什么：对梯度{gradient}，更新为{update}。',
        ),
      },
      update: {
        plain: '走这一步',
        said: message('每个坐标都由同一个网络得到自己的更新：f从{from}到{to}。'),
      },
      back: {
        plain: '穿过这一步往回传',
        said: message(
          '这个更新每变化一个单位，要最小化的量变化{slope}。对所有坐标和之后的各步求和，权重的元梯度长度为{meta}。',
        ),
      },
      throughGradient: {
        plain: '穿过梯度往回传',
        said: message('所给的梯度也依赖于θ。把它算进去，这一步之前的斜率为{slope}。'),
      },
      clipped: {
        plain: '取均值，裁剪长度',
        said: message('{problems}个问题的均值，过长时裁剪到最大长度：{meta}。'),
      },
      adam: {
        plain: 'Adam的一步',
        said: message('权重移动{moved}。在同样的问题上，f最后平均为{after}；原来为{before}。'),
      },
    },
  },
  /** What is said of a stream, drawing by drawing. */
  memory: {
    streamAt: message('第{at}条流，共{of}条'),
    stream: '选中的流',
    go: message('到第{at}张图，标签为{label}'),
    now: message('第{at}张图'),
    unanswered: '还没有回答',
    answered: message('{label}，得到{share}'),
    head: '头',
    kept: {
      memory: message('第{head}个头，共{heads}个；{slots}个槽中此刻要紧的{shown}个'),
      items: message('第{head}个头，共{heads}个；{of}个条目中的{shown}个'),
      attended: message('被注意的{of}步中的{shown}步'),
      state: '细胞与它的门',
      nothingKept: '它什么都不保留：此刻的单元',
      slot: '槽，及其所存',
      item: '图，及其标签',
      holds: message('第{at}张图'),
      nothing: '无',
      free: '空',
      before: '之前的使用度',
      write: '写入',
      cosine: '余弦',
      read: '读取',
      usage: '之后的使用度',
      score: '得分',
      weight: '注意力',
      firstLook: '第一次看',
      secondLook: '第二次看',
    },
    lines: {
      draw: {
        plain: '抽取流',
        said: message(
          '抽取{streams}条流，每条{steps}张图、{ways}个字符，标签重新分配。这是其中一条。读的时候，没有一个权重移动。',
        ),
      },
      controller: {
        plain: '控制器读入',
        said: message(
          '{before, plural, =0 {第一张图来了，还没有告知任何标签。} other {第{at}张图来了，同时告知第{before}张图的标签：{told}。}}{units}个单元由此和上次读到的内容决定怎么做。',
        ),
      },
      heads: {
        plain: '键、要写的内容和门',
        said: message(
          '第{head}个头（共{heads}个）有一个用来查找的键，{width}个数；要写的内容，{width}个数；还有一个门，打开{gate}。',
        ),
      },
      headsInTurn: {
        plain: '键和要写的内容',
        said: message(
          '第{head}个头（共{heads}个）有一个用来查找的键，{width}个数，以及要写的{width}个数。',
        ),
      },
      least: {
        plain: '找出使用最少的槽',
        said: message(
          '第{free}个槽留给第{head}个头：它的使用度{useOfFree}属于最小的。最大的是{mostUse}。',
        ),
      },
      turn: {
        plain: '轮到的下一个槽',
        said: message('轮到第{free}个槽：最旧的让位，不管用得多不多。'),
      },
      write: {
        plain: '写到哪里',
        said: message(
          '{gate}写到第{head}个头上次读过的地方，{rest}写到空闲的槽。写得最多的是第{written}个槽：{writtenShare}。',
        ),
      },
      memory: {
        plain: '清空那个槽，再写入',
        said: message(
          '第{free}个槽被清空，各头所写的加到槽里。{isFilled, select, yes {第{filled}个槽现在主要存着第{before}张图和它的标签{told}。} other {还没有告知过什么可存。}}',
        ),
      },
      cosines: {
        plain: '寻址：键与每个槽比较',
        said: message(
          '第{head}个头的键离第{slot}个槽最近，余弦为{score}。{kind, select, drawing {它存着第{place}张图，标签{of}：{fits, select, yes {同一个字符} other {另一个字符}}。} other {它没有存图。}}',
        ),
      },
      readWeights: {
        plain: '加权：对槽作softmax',
        said: message(
          '余弦乘以{strength}，变成权重：第{slot}个槽读取{share}。{seen, select, yes {所读内容的{ofOwn}来自这个字符。} other {这个字符是新的：没有存过它。}}',
        ),
      },
      found: {
        plain: '读取：槽按权重相加',
        said: message('各槽按其权重相加，就是所读的内容：{width}个数，长度{readLength}。'),
      },
      usage: {
        plain: '使用度衰减，再加上这次的',
        said: message(
          '所有使用度乘以γ = {decay}，再加上此刻读取和写入的。第{used}个槽最多，为{use}。',
        ),
      },
      store: {
        plain: '收存上一张图',
        said: message(
          '{before, plural, =0 {第{at}张图之前什么也没有。只有一个什么都不说的条目：留给新的字符。} other {第{before}张图和它的标签{told}成为一个条目：键来自图，值来自两者。现在有{before}个这样的条目，以及一个什么都不说的。}}',
        ),
      },
      query: {
        plain: '此刻这张图的查询',
        said: message(
          '第{head}个头（共{heads}个）由第{at}张图作出查询：{width}个数，长度{askLength}。其中没有标签：标签还不知道。',
        ),
      },
      scores: {
        plain: '寻址：与每个键比较',
        said: message(
          '{kind, select, drawing {第{head}个头的查询与第{place}张图（标签{of}）最相合：得分{score}。它是{fits, select, yes {同一个字符} other {另一个字符}}。} other {第{head}个头的查询与什么都不说的条目最相合：得分{score}。}}',
        ),
      },
      attention: {
        plain: '加权：对条目作softmax',
        said: message(
          '得分变成权重：最大的为{share}。{seen, select, yes {所读内容的{ofOwn}来自这个字符。} other {这个字符是新的：没有它的条目。}}',
        ),
      },
      foundItems: {
        plain: '读取：值按权重相加',
        said: message('各值按其权重相加，就是所读的内容：{width}个数，长度{readLength}。'),
      },
      carry: {
        plain: '带上邻近的',
        said: message(
          '{carried}个数把这一步与{reach, plural, other {之前的#步}}连起来：图于是能与晚一步到的标签会合。',
        ),
      },
      look: {
        plain: '往回看',
        said: message(
          '对至今所有步的第一次看。最大的权重{share}落在{kind, select, drawing {第{place}张图之后的一步} other {第一步}}。',
        ),
      },
      carryAgain: {
        plain: '带上找到的',
        said: message(
          '又有{carried}个数，把这一步与{reach, plural, other {之前的#步}}连起来，包括第一次看找到的一切。',
        ),
      },
      lookAgain: {
        plain: '再往回看：寻址、加权、读取',
        said: message(
          '最大的权重{share}落在{kind, select, drawing {第{place}张图（标签{of}）之后的一步：{fits, select, yes {同一个字符} other {另一个字符}}} other {第一步}}。{seen, select, yes {{ofOwn}落在这个字符之后的各步。} other {这个字符是新的。}}',
        ),
      },
      gates: {
        plain: '门',
        said: message(
          '{before, plural, =0 {第一张图来了，还没有告知任何标签。} other {第{at}张图来了，同时告知第{before}张图的标签：{told}。}}平均来说，输入门打开{input}，遗忘门{forget}，输出门{output}。',
        ),
      },
      cell: {
        plain: '忘掉一些，收进一些',
        said: message(
          '细胞保留遗忘门放行的，收进输入门放行的。它移动{changed}，长度变为{cellLength}：所知的一切都在其中。',
        ),
      },
      hidden: {
        plain: '放出一些',
        said: message('输出门平均打开{output}，决定细胞的哪些内容用于回答。'),
      },
      layer: {
        plain: '一层，只看此刻',
        said: message(
          '{units}个单元看到第{at}张图{before, plural, =0 {} other {和第{before}张图的标签{told}}}。之前的什么也没有留下。',
        ),
      },
      answer: {
        plain: '回答',
        said: message('它说{said}，把握{sure}。标签是{right}，得到{own}：−log p为{nats}。'),
      },
      streamLoss: {
        plain: '这条流的损失',
        said: message(
          '在这条流的{steps}张图上，−log p平均为{loss}。在{ways}个标签中猜的人损失{guess}。在全部{streams}条流上为{from}。',
        ),
      },
      allGradient: {
        plain: '梯度，穿过每一张图往回传',
        said: message(
          '{weights}个权重各自该怎样移动，穿过{streams}条流的全部{steps}张图、穿过保留过的一切往回传：梯度长度为{length}。',
        ),
      },
      outerStep: {
        plain: 'Adam的一步',
        said: message('θ移动{length}。同样的{streams}条流，损失现在为{to}；原来为{from}。'),
      },
    },
  },
};
