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
        writing: {
          label: '写到哪里',
          help: '依次写（没有门）在这里效果一样好：20,000条流之后，第三至第五次出现时为93.2%、93.9%和94.3%，论文的写法为93.7%、94.5%和95.1%（种子1）。',
          options: { lru: '使用最少的槽，或上次读过的地方', fifo: '依次写每个槽：先进先出' },
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
    snail: {
      label: 'SNAIL',
      fields: {
        filters: { label: '滤波器数', help: '每个稠密块添加的数的个数。' },
        blocks: {
          label: '稠密块数',
          help: '在每层注意力之前。它们分别往回看1、2、4……张图；论文中的块数足以看到整个序列。',
        },
        width: { label: '注意力宽度', help: '键和值的数的个数。' },
        rate,
      },
    },
    lstm: { label: 'LSTM', fields: { hidden, rate } },
    nearest: { label: '最近邻，全部保留' },
    rare: {
      label: '稀有事件',
      fields: { slots: { label: '槽数', help: '记忆的行数：写满时，最旧的让位。' } },
    },
    feedforward: { label: '前馈网络', fields: { hidden, rate } },
  },
  title: '名字晚一张才告诉',
  fields: {
    readers: { label: '比较' },
    ways: { label: '字符数N', help: '一条流中的字符数。标签随机分配，每条流都重新分配。' },
    labels: {
      label: '标签',
      help: 'one-hot：标签与字符一样多，输出也一样多。字符串：a到e的五个字母，共3,125个，每条流重新抽取；无论N是多少，都是25个输出。五个字母全对才算答对。',
      options: { onehot: 'N个之一', strings: '五个字母的字符串' },
    },
    length: { label: '图数T', help: '用于训练的流的长度。' },
    testLength: { label: '测试时的图数', help: '展示或测试的流的长度。可以超过训练时的长度。' },
    beyond: {
      label: '测试时多出的字符',
      help: '比训练时多几个。用字符串时，同一个网络对任意多的字符都能回答；用one-hot标签时，它没有更多的输出，只有未经训练的参赛者能回答。',
    },
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
    'outer/snail': 'SNAIL',
    'outer/lstm': 'LSTM',
    'outer/rare': '稀有事件',
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
    'memory-strings': {
      label: '十五个字符，标签为字符串',
      source:
        '流同Santoro et al. 2016的表2：用五个字母的字符串代替one-hot标签，15个字符，测试时150张图。我们的设定：在60张图的流上训练，图经过冻结的网络，网络较小，MANN看到的标签在它的图旁边。',
    },
    'three-characters': {
      label: '三个字符',
      source: '同五个字符，学得更快：随机猜对的机会是三分之一。',
    },
  },
  remarks: {
    keepsOwn: '此次运行保留它开始时的字符。要用另一些字符，请重置。',
    noEmbedding: '冻结的网络未能加载：图以像素输入，一切都学得慢得多。',
    begunUntrained:
      '预先训练的权重读的是那个网络给出的数，而不是像素：这些从未训练的状态开始。要再试，请重置。',
    diverged: message('{name}的权重在第{at}次元迭代时不再是数。请降低它的学习率并重置。'),
  },
  stream: {
    title: '手写图之流',
    about: message(
      '{ways, plural, other {#个字符}}，{length, plural, other {#张图}}，标签随机分配 · 第{stream}条留出流',
    ),
    mute: message(
      '用one-hot标签时，训练好的网络有{trained, plural, other {#个输出}}：对{ways, plural, other {#个字符}}它没有回答。标签为字符串时，无论字符多少都是25个输出。',
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
    movedHere: '标签在这里换过。',
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
      old: '先前的标签',
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
    shifted:
      '两层中的第二层。它注意的是一张图之后的那一步，图在那里与标签会合：这里都标在它的图上。',
    state: message('{name}：{width}个数，每行一个，一张图一列'),
    gate: message('写入：上次读过的地方<b>{last}</b> · 空闲的槽<b>{free}</b>'),
    inTurn: '写入：依次写每个槽，最旧的让位',
    byRule: '写入：最近的槽若有所告知的标签，就并入它的键；否则覆盖最旧的槽',
    free: '空',
    age: '年龄，图数',
    none: '无',
    older: '先前',
    olderSlot: message('第{slot}个槽：先前流的图，读取{read}，写入{written}'),
    olderText: message('先前流的图，注意力{read}'),
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
  you: {
    goFirst: '你先来',
    firstHelp: '在一条新的流上：每张图的标签告知之前，由你先答。',
    count: message('它是哪个标签？第<b>{at}</b>张，共{of}张'),
    first: '第一张图：还什么都没有告知。',
    wasRight: message('第{at}张图是<i>{label}</i>，你答对了。'),
    wasWrong: message('第{at}张图是<i>{label}</i>；你说的是{said}。'),
    labels: '标签',
    choose: message('它是{label}'),
    hint: '按它的数字键、字母键，或按钮。按一次就算回答。先前的图不再出现：你和别的参赛者一样，要靠记忆。它们对眼前这张图的回答，要等你答完才显示。',
    noStrings:
      '人只回答one-hot标签：每张图打五个字母，考的是打字；从这条流的字符串中挑一个，则是更容易的问题。',
    leave: '回到其他参赛者',
    beside: message('同样{count, plural, other {#张图}}上答对的，按字符第几次出现'),
    who: '谁',
    sighting: message('第{sighting}次'),
    later: '之后',
    all: '总计',
    rightOf: message('{right}/{of}'),
    you: '你',
    said: '你说',
    another: '换一条流',
    forget: message('忘掉我的回答（{count}）'),
    forgotten: '你对各条流的回答已忘掉。',
    bringBack: '找回来',
  },
  own: {
    title: '你画的图',
    open: '画这一张',
    openHelp: '画一个字符，给它一个标签，放到流中眼前的位置。',
    place: message('第{at}张图'),
    lead: '它取代眼前的图，作为你自己的字符，标签由你选。往后走，再画一次，看看它会不会被认出。',
    label: '它的标签',
    ready: '现成的一张',
    readyHelp: '这个标签的字符的一张图，每次出自不同的手。',
    put: message('作为第{at}张图放入'),
    takeOut: message('第{at}张图是你的：取出'),
    close: '收起画板',
    full: '没有位置了：一个链接容纳十二张图。请取出一张。',
    first: message(
      '第{at}张图是你的，之后告知为{label}。在此之前{name}说{said}，把握{sure}：它没有见过。',
    ),
    known: message(
      '第{at}张图是你的，标签{label}的第{instance}张：{name}说{label}，把握{sure}，对了。',
    ),
    missed: message(
      '第{at}张图是你的，标签{label}的第{instance}张：{name}说{said}，把握{sure}，错了。',
    ),
  },
  course: {
    before: '先读',
    beforeHelp: '在这条流之前读的流，中间什么都不清除：记忆和状态保持原样。',
    beforeOf: '它们的字符',
    streams: message('{count, plural, =0 {无} other {#条流}}'),
    of: { others: '别的字符', relabelled: '同样的字符，标签不同' },
    move: message('从第{at}张图起换标签'),
    moveHelp: '从那里起每个字符换一个标签。多快能跟上？',
    moveBack: message('标签在第{at}张图换：不换了'),
    kept: message(
      '{name}之前读过{before, plural, other {#条流}}，什么都没有清除：到这里{of}张中答对{right}张；记忆为空时{alone}张。',
    ),
    oldOnes: message('它说出前一条流的标签{old, plural, other {#次}}。'),
    readsOlder: message('它现在读到的，有{share}来自先前的流。'),
    tooFew: '别的字符太少：先前的流用的是这些字符，标签不同。',
    between: '',
    toCome: message('从第{at}张图起，每个字符换一个标签。'),
    since: message(
      '标签在第{at}张图换过。此后{name}在{of}次中答对{right}次，说旧标签{old, plural, other {#次}}。',
    ),
    costs: message(
      '第2次出现时，{name}不清除记忆、先读{before, plural, other {#条流}}后答对{kept}，记忆为空时{alone}（点线）。',
    ),
    follows: message(
      '标签在第{at}张图换过：此后第一次出现时{name}答对{first}，第二次{second}，第三次{third}。说旧标签的先是{oldFirst}，然后是{oldSecond}。',
    ),
  },
  score: {
    rightSince: message('<b>{share}</b>在换标签后第{instance}次出现时答对：{name}'),
    right: message('<b>{share}</b>在第{instance}次出现时答对：{name}'),
    waiting: message('<b>–</b> {name}'),
  },
  told: {
    frozen: '它读的时候权重不动。',
    untrained: '它还没有训练。',
    first: message(
      '它第一次见到这个字符，只能排除别的字符已有的标签：还剩{left, plural, other {#个}}。',
    ),
    firstOfAny: '它第一次见到这个字符：还没有被告知任何与它有关的标签。',
    firstHere: message('它在这条流里第一次见到这个字符；在前一条流里它被告知为<i>{label}</i>。'),
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
    xSince: '换标签后第几次',
    wiped: message('{name}，记忆为空'),
    inTraining: message('{name}，与训练相同的流'),
    past: message(
      '超出训练：第2次出现时，{name}在{characters, plural, other {#个字符}}、{length, plural, other {#张图}}的流上答对{now}，在训练时的{ways}个字符、{trained}张图的流上答对{inTraining}（点线）。',
    ),
    old: message('{name}，先前的标签'),
    chance: {
      onehot: message('随机{share}'),
      strings: message('{ways}个字符串之一：{share}'),
    },
    ofStrings: message(
      '五个字母全对才算答对。盲猜是{count}个字符串中取一个；只知道告知过哪些字符串、不知道属于哪个字符的，是{ways}个中取一个：即图中的线。第一次出现时，排除告知过的几乎没有帮助：谁也不能超过{ceiling}%。',
    ),
    ceiling: message('谁也不能超过{share}'),
    papers: {
      onehot: '圆圈：Santoro et al. 2016，表1，墨色为人；实验方案不同：像素，字符经过旋转。',
      strings:
        '圆圈：Santoro et al. 2016，表2；实验方案不同：像素，字符经过旋转。他们的最近邻读的是自编码器的特征。',
    },
    human: '人',
    ofPaper: message('{name}，已发表'),
    interval: message('{name}，95%区间的一半'),
    yours: message(
      '菱形：你，目前{count, plural, other {#个回答}}；竖线：精确的95%区间，把每个回答当作独立。',
    ),
    you: '你',
    youRight: '你，答对',
    youOf: '你，回答数',
    waiting: '许多条流上的准确率正在路上。',
  },
  training: {
    title: '元训练',
    note: '验证流',
    axis: '每张图的损失，奈特',
    plateau: {
      onehot: message('平台：ln {ways}，在猜'),
      strings: message('平台：5 ln 5，逐个字母在猜'),
    },
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
    inTurn: '它依次写每个槽，最旧的让位。写什么、找什么，是学来的。',
    byRule:
      '这里没有什么是学来的：知道标签的槽把图并入它的键；标签不对时，最旧的槽让位。MANN为此有一个门，而且要学会用它。',
  },
  lines: {
    title: '寻址、加权、读取',
    lead: 'MANN的读取、对键和值的注意力、注意所读内容的解码器、在对话中作答的记忆网络：都是同样的三行。前两种用眼前这张图的数字。',
    open: '显示这三行',
    names: { address: '寻址', weigh: '加权', read: '读取' },
    others: {
      encoderDecoder: '带注意力的编码器-解码器',
      memoryNetworks: '键值记忆网络',
    },
    kinds: {
      mann: '一个键与每个槽比较。用来找到槽的，也是从中读到的。',
      kv: '键来自图，值来自图和标签：按前者查找，读出后者。',
      encoderDecoder: '翻译：为了下一个词，把读过的句子的每个状态与此刻的状态比较。',
      memoryNetworks: '对话：问题与每条记录的键比较；值是那里说过的话。',
    },
    onPaper: '只有公式：这里没有实验室运行它。',
    what: { mann: '槽，存着', kv: '条目，来自' },
    score: '得分',
    weight: '权重',
    nothing: '无',
    older: '先前的流',
    drawing: message('第{at}张图'),
    head: message('第{at}张图，第{head}个头，共{heads}个：读得最多的'),
    readsOwn: message('所读内容的长度为{length}；其中{share}来自这个字符的图。'),
    readsNew: message('所读内容的长度为{length}；这个字符是新的，所以其中{share}来自它自己。'),
    absent: '它没有参加这次运行。',
    mute: '字符比训练时多，它没有相应的输出，不读这样的流。',
    waiting: '它的数字马上就到。',
  },
  how: {
    notWalked: '只有标签是N个之一时，才能逐行走过下一次元迭代：请在设置中选择。',
    walked: '谁的训练',
    walk: '走一遍下一次元迭代',
    title: '怎样从流中学习',
    lead: '每一步来一张图，以及上一张图的标签。每条流的标签都重新分配，所以权重存不住它们：要再认出一个字符，就得保留见过的图，在标签到来时把它绑上，并在这个字符再出现时把两者找回来。',
    loss: {
      title: '损失',
      formula: '一条流的所有图上，正确标签的负对数概率的平均。',
      text: '第一次出现也计入。它们的标签谁也不可能知道；知道一个字符是新的，就可以排除别的字符的标签。',
      ofStrings: '字符串的五个字母各有一个softmax。损失是五个交叉熵之和；五个字母全对才算答对。',
      source: 'Santoro et al. 2016, arXiv 1605.06065; Hochreiter, Younger and Conwell 2001.',
    },
    plateau: {
      title: '平台与悬崖',
      formula: {
        onehot: '在猜的人的损失是N的对数。',
        strings: '在猜的人的损失是5的对数的五倍。',
      },
      text: '在猜的人每张图损失这么多。只有把标签绑上，保留图才有用；只有能再找到，绑定才有用：半路上没有回报，最后一下子全有。这要多久，更多取决于种子，而不是大多数设置。',
    },
  },
};
