/** The words of the lessons: of each scene a few lines, and what is said of the numbers of its run. */

import type { lessons as en } from '../en/lessons';
import { message } from '../message';

export const lessons: typeof en = {
  title: '课程',
  lead: '每一课先提问，再真正运行一遍，然后用你自己这次运行的数字说明发生了什么。最多十分钟；一切都可以随意改动。',
  playlists: {
    start: { title: '从这里开始', text: '十分钟：一个核心想法。' },
    hour: { title: '一小时的课堂', text: '从一张手写图到学习得到的优化器。' },
    cs420: { title: '从问题到方法', text: '问题设定，方法家族，再逐一看各方法。' },
    views: {
      title: '先看两种观点',
      text: '一台读数据集的机器，一个随数据更新的信念。',
    },
    images: { title: '先看图像', text: '给在图像上接触过小样本学习的人。' },
  },
  map: '领域地图：每种方法，以及这里还没有的',
  order: '顺序',
  lecture: '你的演讲：由自己编排的场景',
  begin: '开始',
  goOn: message('继续，{at} / {of}'),
  anew: '从头开始',
  ways: {
    place: message('{at} / {of}'),
    show: '给我看',
    next: '下一步',
    back: '返回',
    end: '回到课程列表',
    enough: '到此为止',
    leave: '留下来探索',
    all: '全部课程',
    coming: '数字马上就到。',
    training: message('正在这里训练：{at} / {until}'),
    progress: '已训练的元迭代',
    hands: message('{count, plural, other {#}}票'),
    asYouSaid: '和你说的一样',
    asItWas: '实际结果',
  },
  draw: {
    how: '用手指或指针画，或者用方向键移动各点。',
    notDrawn: '你没有在这里画；实际的曲线是这样。',
    at: message('你在{at}处的猜测'),
    gap: message('你的曲线平均差{gap}。粗线是实际的曲线。'),
  },
  rank: {
    how: '拖动名称，或用箭头移动它们。',
    up: message('{name}：上移'),
    down: message('{name}：下移'),
    stands: message('{name}现在排在第{place}位，共{of}位。'),
    keep: '就这样排',
    yours: message('你把它排在第{place}位'),
  },
  drag: {
    label: '你的标记',
    how: '拖动圆形标记，或用方向键移动它。',
    notPut: '你没有在这里放；实际是这样。',
    gap: message('你的标记与它该在的地方相差{gap}。'),
  },
  again: {
    said: message('第一次你说：{said}。实际是：{was}。'),
    places: message('第一次你排对了{of}个中的{right}个。'),
    gap: message('第一次你差了{gap}。'),
    nothing: '第一次你没有回答。',
  },
  all: {
    'one-drawing': {
      title: '对你来说，一张手写图就够了',
      about: '认出五个从没有人教过你的字母。这是怎么做到的？',
      scenes: {
        you: {
          title: '你先来',
          text: '一种你不认识的文字，五个字母，每个只写了一次。另一个人写的这些手写图，各是哪个字母？按一个字母，或按它的键。然后让机器试试，也可以马上就让它们试。',
          act: '让机器试试',
        },
        pixels: {
          title: '逐个像素比较',
          text: '把每张手写图叠在五个样例上，取最接近的那个。完全没有训练。随机猜测是20%。',
          ask: '在许多这样的回合（episode）中，它认对的比例大约是',
          options: { p20: '20%', p50: '50%', p80: '80%', p98: '98%' },
        },
        learned: {
          title: '现在换一个练习过的',
          text: '这个网络用别的字符练习过：每次五个，每个一张手写图。这几个字符它从未见过。',
          ask: '在许多这样的回合中，它认对的比例大约是',
          options: { p20: '20%', p50: '50%', p80: '80%', p98: '98%' },
        },
        terms: {
          title: '这些叫什么',
          text: '这样的一轮叫一个<b>回合（episode）</b>。样例是它的<b>支持集（support set）</b>，这里有5个<b>类别（way）</b>，每类1个<b>样本（shot）</b>；要认的手写图是它的<b>查询集（query set）</b>。训练用的字母和测试用的字母绝不相同：测的是学习，不是记忆。',
        },
        again: {
          title: '再问一次：它从哪里来？',
          text: '有人听说它认得这么准，就说：“不奇怪：它练习时就有这些字母。”',
          ask: '哪一个对？',
          options: {
            memory: '正是这样：它记得这些字母',
            practice: '练习的是别的字母；它练习的是认字',
          },
        },
        against: {
          title: '你与它较量',
          text: '同一字母表的二十个字母，每个一张手写图，出自同一人之手；大的那张由另一人所写。Lake曾这样考过人。答几题；二十题全部答完，才公布谁错了。然后猜一猜：一个100 KB的网络，练习过的是别的字母表，它做得怎样？',
          ask: '在许多这样的题目中，它错的比例大约是',
          options: { e1: '1%', e15: '15%', e50: '50%', e95: '95%' },
        },
      },
      seen: {
        you: message(
          '这里一共{total}张：比较像素认对{pixels}张，学会了如何学习的网络认对{maml}张。你也不需要训练：你以前认过别的字母。',
        ),
        pixels: message(
          '它认对{accuracy}。同一个字母，两个人写得不一样；按像素看，别的字母往往更接近。',
        ),
        before: message(
          '它认对{maml}；用同样的五张手写图，比较像素只认对{pixels}。这个差别，在回合开始之前就已经学到了。',
        ),
        against: message(
          '它错{alphabet}，比较像素错{pixels}，随机猜测错95.0%。在Lake的官方题目上（不是这里的这些），人错了4.5%。它知道字母表，也知道手怎样抖动；你知道笔怎样运动。',
        ),
        equal: message(
          '在这里它错{alphabet}，比较像素错{pixels}：对这些字符来说，在别的字母表上的练习毫无用处。',
        ),
        none: message(
          '在这里它认对{maml}，比较像素认对{pixels}：对这些字符来说，在别的字符上的练习毫无用处。',
        ),
        again: message(
          '它认对{maml}，而这些字母在训练开始之前就已留出。它带来的是怎样认，而不是认过什么。',
        ),
      },
    },
    averaging: {
      title: '平均有什么不对',
      about: '一个网络，同时用所有任务训练。它知道什么？',
      scenes: {
        tasks: {
          title: '每个任务都是另一条波',
          text: '波高从0.1到5，还有左右平移；学习器看到一条波上的十个点，看不到那条虚线。多看几个：按<b>新任务</b>。一个网络能对付所有这些任务（task）吗？',
        },
        pooled: {
          title: '用所有任务一起训练一个网络',
          text: '这叫<b>联合预训练（joint pre-training）</b>：一个网络，一个损失，所有任务的点放在一起。然后它遇到一条新的波，还没有看到这条波上的任何一个点。',
          ask: '它会预测什么？',
          options: {
            wave: '这条波：它见过成千上万条',
            average: '所有波的平均',
            last: '它最后见到的那条波',
            nothing: '处处为零',
          },
          act: '训练，然后看',
        },
        steps: {
          title: '至少，从这里出发好不好？',
          text: '现在它得到新波上的十个点，沿着它们的误差下降：十个梯度步（gradient step）。',
          ask: '画出它走0到5步之后的误差',
        },
        nobodys: {
          title: '平均任务不是任何人的任务',
          text: '没有出什么错：只要求它平均而言正确，它做到了。从来没有要求它<i>变得</i>正确。大型预训练模型就是这样使用的，只是步数和样例多得多。能不能专门为这些步来训练一个网络？',
        },
        again: {
          title: '再问一次：它知道什么？',
          text: '有人说：“它见过成千上万条波。所以它知道波是什么，只需要这一条的几个点。”',
          ask: '数字怎么说？',
          options: { knows: '说得对：它了解波', average: '说得不对：它只知道波的平均' },
        },
      },
      seen: {
        average: message(
          '它在{tasks}条新波上的误差是{joint}。处处说零，误差是{zero}；一个点都没有时，对所有波来说最好也只能是{best}。它成了所有波的平均。',
        ),
        elsewhere: message(
          '它的误差是{joint}：介于处处为零（{zero}）与没有点时的最好结果（{best}）之间。它正在走向所有波的平均；接着训练吧。',
        ),
        stays: message(
          '走十步，从{before}到{after}。从随机权重出发，十步到{random}。聊胜于无，离那条波还很远。',
        ),
        moves: message(
          '走十步，从{before}到{after}；从随机权重出发则到{random}。这一次，平均是个好起点。',
        ),
        again: message(
          '没有点时，它为{before}；没有点时最好是{best}。在十个点上走十步，还剩{after}。了解波的人，只需要两三个点。',
        ),
      },
    },
    'two-loops': {
      title: '两个循环',
      about: '网络学习如何学习时，学到的是什么？',
      scenes: {
        before: {
          title: '同样的任务，不同的目标',
          text: '联合预训练（joint pre-training）被训练成在每条波上一开始就正确。<b>MAML</b>被训练成<i>走一个梯度步之后</i>才正确。两者用同样的波练习。然后两者都遇到一条新波，一步都还没走。',
          ask: '这时MAML的误差',
          options: {
            below: '远低于联合预训练',
            same: '差不多',
            above: '明显更高',
          },
          act: '两个都训练',
        },
        one: {
          title: '现在给十个点，走几步',
          text: '两者得到新波上同样的十个点，走同样的梯度步（gradient step），步长也相同。',
          ask: '画出MAML走0到5步之后的误差',
        },
        loops: {
          title: '一个循环套在另一个里面',
          text: '<b>内循环（inner loop）</b>取一个任务的支持点（support point），从起点走一步：这就是适应（adaptation）。<b>外循环（outer loop）</b>用这个任务的另一些点，看走<i>之后</i>的误差，再移动起点。训练就是重复外循环；遇到新任务，只需要内循环。',
        },
        walk: {
          title: '一行一行走一遍',
          text: '在<b>各方法如何学习</b>下，这次运行接下来的那次元迭代（meta-iteration）逐行列出：抽取了什么，是哪个梯度，走了哪一步。用方向键走一遍。',
          act: '转到第一个梯度',
        },
        again: {
          title: '再问一次：它学到了什么？',
          text: '有人说：“MAML这么快，是因为它早就认识这些波。”',
          ask: '数字怎么说？',
          options: {
            answer: '说得对：它学到的是答案',
            start: '说得不对：它学到的是一个起点',
          },
        },
      },
      seen: {
        equal: message(
          '在{tasks}条新波上，MAML为{maml}，联合预训练为{joint}。一个点都没有时，对所有波来说最好也只能是{best}。MAML还没有更好：从来没有要求它在这时就更好。',
        ),
        better: message(
          'MAML为{maml}，联合预训练为{joint}；没有点时最好是{best}。联合预训练还没有到那里：接着训练，再来看看。',
        ),
        apart: message(
          '在{tasks}条新波上，从{start}出发，一步就把MAML带到{maml}；同样的一步，只把联合预训练带到{joint}。在MAML的起点，坡度指向答案。',
        ),
        together: message(
          '在{tasks}条新波上，走一步之后，MAML从{start}到{maml}，联合预训练为{joint}。它们还没有拉开：接着训练。',
        ),
        away: message(
          '没走步之前，它为{start}：大约就是{best}，即不认识这条波时所能达到的。走一步之后，它为{maml}。它不知道答案；它知道一个地方，离所有答案都只有一步。',
        ),
      },
    },
    'second-order': {
      title: '梯度的梯度',
      about: 'MAML对梯度步本身求导。如果不求呢？',
      scenes: {
        bowls: {
          title: '两个任务，两个权重',
          text: '每种阴影是一个任务在两个权重上的损失，在它的十字处为0。每个任务都从θ出发，以学习率α走自己的一个梯度步，到达φ。联合预训练（joint pre-training）看重这一步之前的损失，<b>MAML</b>看重这一步之后的损失。',
          ask: '把θ放到走一步之后对两者最好的地方',
          act: '显示最佳位置',
        },
        worst: {
          title: '丢掉海森矩阵',
          text: 'MAML的梯度要穿过梯度步往回传，为此需要二阶导数：<b>海森矩阵（Hessian）</b>，它说明梯度从一处到另一处怎样变化。一阶MAML把它略去。把它和另外两个一起训练，然后在一条新波上，一步都不走，看看这三个。',
          ask: '这时，哪个起点最差？',
          options: {
            maml: 'MAML的',
            fomaml: '一阶MAML的',
            joint: '联合预训练的',
          },
          act: '三个都训练',
        },
        one: {
          title: '那走一步之后呢？',
          text: 'MAML和一阶MAML训练时，看的都是一步之后到达的地方。现在它们就在那里。',
        },
        cost: {
          title: '代价是多少',
          text: '海森矩阵从来不用写出来：它会有几百万个元素。只需要它与一个向量的乘积，代价大约相当于一个梯度。所以MAML每一步大约多付一个梯度，换来更好的起点。<b>元训练损失</b>图的横轴，是各方法用掉的梯度数。',
        },
        again: {
          title: '再问一次：只看起点',
          text: '走一步之后，一阶MAML与MAML很接近。有人只看到这一点，就说：“那么它的起点一定也一样好。”',
        },
      },
      seen: {
        drifted: message(
          '一阶MAML为{fomaml}，MAML为{maml}，联合预训练为{joint}。一阶MAML把到达处的梯度当成起点的梯度，所以它的起点只是为了到达的地方而被推来推去。起点移动时这一步怎样改变，要由海森矩阵来说明。',
        ),
        held: message(
          '一阶MAML为{fomaml}，MAML为{maml}，联合预训练为{joint}。这一次，它的起点没有漂走。',
        ),
        one: message(
          '走一步之后：MAML为{maml}，一阶MAML为{fomaml}，联合预训练为{joint}。略去海森矩阵，效果还保留了很多，但不是全部。',
        ),
        bowls: message(
          '从最好的地方走一步，剩下{maml}；从联合预训练停下的地方，剩下{joint}；从一阶MAML的地方，剩下{fomaml}。陡的那只碗几乎从哪里都能到底，所以最好的起点靠近平的那只。',
        ),
        again: message(
          '在起点，它为{before}，MAML为{maml}；一步把它带到{after}。一步到达哪里，很少说明它从哪里出发。',
        ),
      },
    },
    reptile: {
      title: 'Reptile',
      about: '没有二阶导数，连查询集也没有。那么，“学习如何学习”在哪里？',
      scenes: {
        one: {
          title: '一个内循环步',
          text: 'Reptile抽取一个任务，在它的点上下降几步，再把起点移向所到之处。如果只走一步，这个移动就是该任务在起点处的梯度。',
          ask: '内循环（inner loop）只走一步时，Reptile就是',
          options: {
            maml: 'MAML',
            fomaml: '一阶MAML',
            joint: '联合训练',
            none: '没有名字的东西',
          },
          act: '训练，然后比较',
        },
        three: {
          title: '三个内循环步',
          text: '每一步用各自的小批量（minibatch）。三个梯度之和不是任何函数的梯度：它包含了在一个小批量上走的一步，对下一个小批量有多大帮助。',
          act: '用三步训练',
        },
        patience: {
          title: '能不能干脆多等等？',
          text: '随机的起点占不到什么便宜，但它可以多走几步：这里最多五十步。',
          ask: '它要走多少步，才赶上走一步之后的MAML',
          options: { three: '3步之内', ten: '10步之内', fifty: '50步之内', never: '超过50步' },
        },
      },
      seen: {
        joint: message(
          '一个梯度步把Reptile从{from}带到{reptile}，把联合预训练从{jointFrom}带到{joint}：两者都几乎没有动。它就是联合训练，换了个名字。',
        ),
        other: message(
          '一个梯度步把Reptile从{from}带到{reptile}，把联合预训练从{jointFrom}带到{joint}。在这次运行中，两者并不相像。',
        ),
        three: message(
          '在一条新的三次曲线上走一步之后：Reptile为{reptile}，联合预训练为{joint}，MAML为{maml}。二阶导数为MAML做到的，几个内循环步为Reptile做到了。',
        ),
        caught: message('走一步之后，MAML为{maml}。随机的起点走{at, number}步才到那里。'),
        uncaught: message(
          '走一步之后，MAML为{maml}。走{of}步之后，随机的起点为{random}，还没有到那里。',
        ),
      },
    },
    breaks: {
      title: '适应失灵的时候',
      about: '练了什么，就学到什么。它能管多远？',
      scenes: {
        higher: {
          title: '比练习时更高的波',
          text: '所有方法练习时，波高最多到5。现在它们遇到波高5到8的波，每条十个点，走一步。',
          ask: '按走一步之后排序，最好的在前',
          options: { random: '随机权重', maml: 'MAML', joint: '联合预训练' },
          act: '训练，然后看',
        },
        wider: {
          title: '比练习时更宽',
          text: '波高与练习时相同，但输入从−8到8，而不是−5到5：有些点所在的地方，以前从来没有过点。',
          ask: '第一步使MAML',
          options: { better: '变好', same: '没有变化', worse: '变差' },
        },
        prior: {
          title: '任务就是先验（prior）',
          text: 'MAML没有关于波的规则。它有的是这样的权重：从那里走一步，适合它<i>练习过</i>的任务；在别的地方，这一步同样自信。让它练习哪些任务，是人对它说的最有分量的话。',
        },
        further: {
          title: '比练习时更多的步',
          text: '回到练习时那样的波。MAML练习的是<i>一</i>步。如果走十步呢？这次运行从随机种子3开始，选它是因为它显示了并非每次运行都有的情形。',
          ask: '走十步之后，这些波',
          options: {
            all: '全都拟合得更好',
            most: '拟合得更好，但有几条毁了',
            worse: '大多拟合得更差',
          },
        },
        again: {
          title: '再问一次：更高的波',
          text: '还是波高5到8的波，用你自己的随机种子。这次各方法都在每条波的十个点上走十步，而不是一步。',
          ask: '按走十步之后排序，最好的在前',
          options: { random: '随机权重', maml: 'MAML', joint: '联合预训练' },
        },
      },
      seen: {
        higher: message(
          '走一步之后，MAML为{maml}，联合预训练为{joint}；处处为零则是{zero}。学到的东西能延伸到练习过的范围之外，只是越往外，依据越少。',
        ),
        reversed: message(
          '从{before}到{after}：这一步反而使它变差。这一步是为练习时的输入调好的；到了外面，它还是一样大，一样自信。',
        ),
        kept: message('从{before}到{after}：这一次，在那外面走一步仍然有用。'),
        ruined: message(
          '中位数从一步之后的{one}降到十步之后的{ten}。但{tasks}条波中有{ruined, plural, other {#}}条失控；其余的均值为{mean}。从来没有要求第一步使后面还能走下去。',
        ),
        unharmed: message(
          '中位数从{one}降到{ten}，{tasks}条波中没有一条失控。在这次运行中，十步没有害处。',
        ),
        again: message(
          '走十步之后，MAML为{maml}，联合预训练为{joint}，随机权重为{random}。学到的东西所剩不多，但它仍是三者中最好的。',
        ),
      },
    },
    'two-views': {
      title: '同一件事的两种观点',
      about: '一个确切知道有哪些任务的人，会怎么做？',
      scenes: {
        band: {
          title: '知道任务族的人',
          text: '<b>贝叶斯</b>从不练习，但有人告诉它：任务都是波，波高多少，平移多少，点的噪声多大。看到几个点，它就算出哪些波仍有可能。带状区域是它相信曲线所在之处；拖动一个点试试。',
          ask: '画出它在1、2、3、5、10个点之后的误差',
          act: '显示它，并在旁边训练MAML',
        },
        beside: {
          title: '与练习过的并排',
          text: '没有人告诉MAML什么是波，它只是练习过许多波。两者得到新波的同样十个带噪声的点；MAML走它的一步。',
          ask: '这时MAML偏离多远？',
          options: {
            same: '与贝叶斯差不多',
            few: '几倍远',
            many: '十倍以上',
          },
        },
        views: {
          title: '机器，还是信念',
          text: '一种观点：元学习（meta-learning）训练的是一个<i>函数</i>，它读入数据集，给出预测器。另一种：它学的是<i>先验（prior）</i>，适应就是用数据更新它。对线性模型，从θ出发的几步梯度下降<i>就是</i>后者：关于θ的先验。对网络，这是一种思考方式。',
        },
        again: {
          title: '再问一次：练习过，还是被告知',
          text: '一条新波的十个带噪声的点，两者都有：MAML在波上练习过，贝叶斯则被告知什么是波。',
        },
        knows: {
          title: '它知道自己错多少吗？',
          text: '信念有宽度。看到五个点后，贝叶斯在见到波之前，自己就说出它预计偏离多远。',
          ask: '在许多波上，它实际偏离',
          options: {
            less: '比它说的少',
            same: '与它说的差不多',
            more: '比它说的多',
          },
        },
      },
      seen: {
        again: message<{ maml: string; bayes: string; times: string }>(
          '走完一步后，MAML为{maml}，贝叶斯为{bayes}：前者是后者的{times}倍。',
        ),
        settled: message<{ one: string; three: string; ten: string }>(
          '它的误差在一个点后为{one}，三个点后为{three}，十个点后为{ten}。两个数就决定一条波：知道这一点的人只需要很少的点。',
        ),
        slow: message<{ one: string; three: string; ten: string }>(
          '它的误差在一个点后为{one}，三个点后为{three}，十个点后为{ten}。在这些任务上它需要比平常更多的点。',
        ),
        coarse: message<{ maml: string; bayes: string; times: string }>(
          'MAML为{maml}，贝叶斯为{bayes}：前者是后者的{times}倍。贝叶斯被告知的，MAML得从任务中学来，而一步只是粗略地利用了十个点。',
        ),
        close: message<{ maml: string; bayes: string; times: string }>(
          'MAML为{maml}，贝叶斯为{bayes}：前者是后者的{times}倍。这里一步就很接近了。',
        ),
        known: message<{ said: string; loss: string }>(
          '它说{said}，实际偏离{loss}。对任务判断正确的信念知道自己错多少；MAML给出一条曲线，没有宽度。',
        ),
        unknown: message<{ said: string; loss: string }>(
          '它说{said}，实际偏离{loss}。在这些任务上，它被告知的并不成立。',
        ),
      },
    },
    compare: {
      title: '适应，还是比较',
      about: '认新字母的两种办法，以及评测规程值多少。',
      scenes: {
        families: {
          title: '两个家族',
          text: 'MAML会<i>适应（adaptation）</i>：在样例上走几个梯度步，改变它的权重。原型网络（prototypical network）则<i>比较</i>：权重不变，样例变成平面上的点，手写图归入最近的那个字母。<b>嵌入</b>显示这个平面。',
          act: '它们认得有多准？',
        },
        statistics: {
          title: '每道题单独做',
          text: '到现在为止，所有要认的手写图是一起归一化的，和MAML自己的代码一样。所以每一张都透露了其他张的一些信息。现在，每一张归一化时都不看其余的。',
          ask: '排序：这时谁认得最准，排在最前',
          options: {
            maml: 'MAML',
            fomaml: '一阶MAML',
            prototypical: '原型网络',
          },
        },
        protocol: {
          title: '比较要看评测规程',
          text: '已发表的表格混用两种规程，还有不同的数据划分和不同的网络。两篇论文之间一个百分点的差别，也许只是规程（protocol）的差别。这里所有方法都用同一种规程；用的是哪一种，见<b>设置</b>下的<i>批统计量</i>。',
        },
      },
      seen: {
        families: message(
          'MAML认对{maml}，原型网络认对{prototypical}。一个用所有字母预训练、再微调最后一层的分类器，认对{joint}。',
        ),
        leans: message(
          'MAML为{maml}，一阶MAML为{fomaml}，原型网络为{prototypical}。失去的那部分，来自同时看到所有题目。那不是认单个字母的本领。',
        ),
        equal: message(
          'MAML为{maml}，一阶MAML为{fomaml}，原型网络为{prototypical}。可见在这里，谁也没有依靠别的手写图，或者谁也没有因为看不到它们而有所失。',
        ),
      },
    },
    'learned-optimizer': {
      title: '学习得到的优化器',
      about: '更新规则是一个函数。能不能把一个函数训练成更新规则？',
      scenes: {
        rule: {
          title: '没有人写过的规则',
          text: 'SGD、动量法和Adam是人写的规则。这里，一个LSTM逐个坐标读梯度，给出更新。它用成千上万个小问题训练过，为的是让误差尽快降下来。在曲面上按<b>播放</b>。',
        },
        race: {
          title: '100步的竞赛',
          text: '用的是新问题，与它练习时同类。其他优化器用各自最好的学习率，是在这类问题上试了许多个才找到的。',
          ask: '第100步时谁领先？',
          options: { learned: '学习得到的优化器', tuned: '某个调好的优化器' },
          act: '显示竞赛',
        },
        longer: {
          title: '四倍远',
          text: '它是为100步的竞赛训练的。之后的事，没有人告诉过它。',
          ask: '第400步时谁领先？',
          options: { learned: '学习得到的优化器', tuned: '某个调好的优化器' },
        },
        elsewhere: {
          title: '在它从未遇到过的问题上',
          text: '不再是二次函数，而是一个把两团点分开的小网络的权重。',
          ask: '这时，第100步谁领先？',
          options: { learned: '学习得到的优化器', tuned: '某个调好的优化器' },
          act: '显示竞赛',
        },
        scratch: {
          title: '看着它学',
          text: '权重随机时，它的更新只是噪声。每次元迭代（meta-iteration）跑几场竞赛，再调整LSTM，使这些竞赛本来会跑得更好。前500次最多要两分钟；其间接着往下读，或者随时停下。',
          act: '从零开始训练',
        },
      },
      seen: {
        first: message(
          '到第{at}步，它为{own}；调好的优化器中最好的是{rival}，为{other}。它学会了这一类问题，和这个长度。',
        ),
        second: message(
          '到第{at}步，它为{own}；调好的优化器中最好的是{rival}，为{other}。这场竞赛，人写的规则赢了。',
        ),
        overtaken: message(
          '到第{at}步，{rival}为{other}，学习得到的优化器为{own}。它得到的奖励只看{horizon}步；之后怎样才好，没有人要求过它。',
        ),
        ahead: message(
          '到第{at}步，学习得到的优化器为{own}，{rival}为{other}：超出了它训练的{horizon}步，它仍然领先。',
        ),
        carries: message('到第{at}步：它为{own}，{rival}为{other}。它学到的东西，到这里还管用。'),
        carriesNot: message(
          '到第{at}步：它为{own}，{rival}为{other}。它学到的东西，只适合它练习过的问题。',
        ),
        learned: message(
          '经过{trained}次元迭代，它的竞赛在{at}步之后以{own}结束；调好的优化器中最好的是{rival}，为{other}。接着训练，看它一点点追近。',
        ),
      },
    },
    'memory-cell': {
      title: '装着权重的记忆细胞',
      about: 'LSTM是一种记忆。如果它记住的是一个网络呢？',
      scenes: {
        cell: {
          title: '一个会保留、会添加的细胞',
          text: 'LSTM的细胞（cell）按比例f保留原有内容，再按比例i加入新内容。让它装一个<b>权重</b>，让新内容是下坡的方向−∇L。移动f和i，看看在一个小损失上走的十步。',
          ask: '怎样的门（gate）使它成为梯度下降？',
          options: {
            rate: 'f = 1，i为学习率',
            swapped: 'i = 1，f为学习率',
            shares: 'f = 1 − i，无论i是多少',
            none: '都不行：细胞不知道梯度',
          },
        },
        keeps: {
          title: '小小的泄漏',
          text: '设f = 0.98，没有梯度到来。权重就这样在细胞里待十步。',
          ask: '还剩百分之多少？',
        },
        learned: {
          title: '学习得到的门',
          text: 'Ravi和Larochelle让一个网络为每个权重在每一步设定两个门。最初的权重c₀也是学习得到的：于是起点、学习率和衰减都来自一个网络。这些是它的方程；它以“元学习器LSTM”之名在回归实验室里<b>可以运行</b>。',
        },
        again: {
          title: '再问一次：更大的泄漏',
          text: '现在f = 0.9。还是十步，没有梯度。',
          ask: '还剩百分之多少？',
        },
        inside: {
          title: 'MAML就是这样的细胞',
          text: '在MAML的<b>内循环（inner loop）</b>中，每个权重都在一个细胞里，它的门从不移动：f = 1，i是内学习率。学习得到的只是细胞最初装着什么。所以学习两个门的学习器包含了MAML的内循环。这里就是它，在波上。',
          act: '训练它',
        },
      },
      seen: {
        cell: message(
          'f = 1、i = {rate, number}时，十步到达{theta}：这就是以此为学习率的梯度下降，步步相同。f = {leak, number}时，到达{short}。细胞每一步都忘掉一点，把权重拉向0：这就是权重衰减（weight decay）。',
        ),
        keeps: message(
          '每步保留{leak, number}，连续十步，剩下{share}。在论文的代码中，门大约就从那里开始：f在0.982和0.993之间。',
        ),
        inside: message(
          'f = 1、i = {rate, number}时，一步把MAML从{start}带到{one}。学到的东西全在c₀里。',
        ),
        again: message(
          '每步保留{leak, number}，连续十步，剩下{share}。每步乘一个比例，多步就是它的幂：f必须非常接近1，否则学到的起点就丢了。',
        ),
      },
    },
    'memory-stream': {
      title: '读一条流的记忆',
      about: '权重一动不动，却照样学到了东西。它存在哪里？',
      scenes: {
        bind: {
          title: '晚到的标签',
          text: '图一张张经过。每张图的标签随下一张图到来，而且每条流的标签都重新分配，所以权重存不住它们。MANN是一个带记忆的网络，用别的流训练过。现在它的权重静止不动。',
          ask: '一个字符第二次出现时，它答对的比例大约是',
          options: { p20: '20%：它在猜', p50: '50%', p95: '95%' },
        },
        first: {
          title: '第一次',
          text: '一共五个标签。一个字符第一次出现时，谁也没有被告知哪个是它的。盲猜答对20%。但有些标签已经有主了。',
          ask: '第一次出现时，最多能答对百分之几？',
        },
        inside: {
          title: '收存、寻址、加权、读取',
          text: '下面是它的一条训练流，逐行展开。上一张图与刚到的标签一起被<b>收存</b>。按<b>下一行</b>：此刻的键按相似程度<b>寻址</b>各个槽，softmax为它们<b>加权</b>，再<b>读取</b>它们的和。注意力也用这三行来读。',
        },
        who: {
          title: '还有谁做得到？',
          text: '别的网络也读同样的流。LSTM用64个细胞存所见的一切，每张图都会移动全部细胞。前馈网络只看到此刻的图和上一张图的标签，什么都不保留。',
          ask: '第二次出现时谁答对得最多？最好的在前',
          options: { feedforward: '前馈网络', lstm: 'LSTM', mann: 'MANN' },
        },
        wrongly: {
          title: '对它说个谎',
          text: '一个字符第一次出现，我们随下一张图告知一个错误的标签。然后它又出现了。除此之外，关于它什么也没有告知过。',
          ask: 'MANN会说什么？',
          options: { label: '正确的标签', told: '被告知的标签', other: '别的标签' },
        },
        twoLabels: {
          title: '再来一次：两个标签',
          text: '设有两个字符、两个标签。一个先来。后来另一个第一次出现。',
          ask: '第一次出现时，最多能答对百分之几？',
        },
        moved: {
          title: '标签换了',
          text: '从第26张图起，每个字符都换了标签。没有人说明：只是告知的标签与以前不同。在此之前收存的一切都还在。',
          ask: '新标签告知过一次之后，这个字符再出现时，MANN说什么？',
          options: {
            fresh: '多半是新标签',
            old: '多半是旧标签',
            neither: '在两者之间摇摆',
          },
        },
        later: {
          title: '再来一次：告知过九次',
          text: '现在一个字符第十次出现。它的标签已经告知过九次。',
        },
      },
      seen: {
        remembers: message(
          '{second}，在{streams}条由它从未见过的字符组成的流上；猜的人答对{chance}。告知一次，它就知道了。权重没有移动，所以在这里学到的东西在它的记忆里。',
        ),
        forgets: message(
          '{second}，在{streams}条由它从未见过的字符组成的流上；猜的人答对{chance}。这里它没有留住被告知的东西。',
        ),
        leavesOut: message(
          '最多{ceiling}。看得出它是新的，就可以排除别的字符的标签，在剩下的里面猜。MANN答对{first}：多于盲猜，所以它确实排除了一些。',
        ),
        guesses: message(
          '最多{ceiling}：看得出它是新的，就可以排除别的字符的标签。MANN答对{first}。',
        ),
        needs: message(
          'MANN {mann}，LSTM {lstm}，前馈网络{feedforward}。什么都不保留的只能猜。LSTM得把每张图和它的标签都塞进同样的细胞；MANN给每一张各自的位置。',
        ),
        ties: message(
          'MANN {mann}，LSTM {lstm}，前馈网络{feedforward}。这里它们的次序与各自能保留多少并不一致。',
        ),
        believes: message(
          '第{at}张图被告知为{told}，其实是{label}。它在第{back}张图时又出现，MANN说{said}，把握{sure}。它一下子就学会了你的谎，而没有一个权重移动。',
        ),
        doubts: message(
          '第{at}张图被告知为{told}，其实是{label}。它在第{back}张图时又出现，MANN说{said}，把握{sure}：并不是被告知的那个。',
        ),
        twoLabels: message(
          '最多{ceiling}：第一个像抛硬币，第二个只剩一个标签。五个标签时是{five}：标签越多，留给猜测的越多。',
        ),
        outvoted: message(
          '说旧标签的占{old}，说新标签的占{fresh}。它读取一切相像的，而旧的记录还更多：什么也没有清除。换标签后第六次出现时，是{oldLater}比{freshLater}。',
        ),
        follows: message(
          '说旧标签的占{old}，说新标签的占{fresh}。换标签后第六次出现时，是{oldLater}比{freshLater}。',
        ),
        short: message(
          'MANN {mann}，LSTM {lstm}，前馈网络{feedforward}。LSTM被告知了九次，还是会弄混：存在同样细胞里的东西会变得模糊。MANN有九个地方可以找到它。',
        ),
        near: message(
          'MANN {mann}，LSTM {lstm}，前馈网络{feedforward}。告知过九次之后，它们的次序不再与各自能保留多少一致。',
        ),
      },
    },
    reading: {
      title: '继续学习的读者',
      about: '语言模型只训练一次。如果它边读边学呢？',
      scenes: {
        dialects: {
          title: '一种语言，许多方言',
          text: '一种虚构的语言：十六个音节，和一张什么跟在什么后面的表。每个文档以自己的方式改动这张表，就像一篇文章有自己的名字。两个读者都熟记这张表。其中一个还<b>计数</b>：在这个文档里什么跟在什么后面。',
          act: '显示计数在哪里有用',
        },
        gain: {
          title: '计数值多少？',
          text: '先后读两个文档，各512个token。到了交界处，计数重新开始。计数者的预期是精确的，它是后验（posterior）的均值：(n + κM) / (N + κ)。',
          ask: '画出它每个token的收益，以nat计；交界在512',
        },
        memories: {
          title: '三种记忆',
          text: 'Wolf、Chaumond和Delangue把这放进一个网络。它的隐藏状态记住最近的词，<i>动态权重</i>记住文章，慢权重记住语言。一个元学习器（meta-learner）在阅读时移动动态权重。它<b>在这里还不能运行</b>：计数者显示能得到什么收益。',
        },
        again: {
          title: '再问一次：它学到了什么？',
          text: '有人说：“读了四百个token之后，它对下一个的预期更好。所以它对这种语言更在行了。”',
          ask: '数字怎么说？',
          options: { language: '说得对：对语言更在行', document: '说得不对：对这个文档更在行' },
        },
      },
      seen: {
        dialects: message(
          '在A的末尾，60个token中，计数者对{end}个的预期明显更好，对{endWorse}个更差。在B的开头，它还没有读多少，{beginning}个更好，{beginningWorse}个更差。',
        ),
        gain: message(
          '在{documents}个文档上：起初每个token {start} nat，接近末尾{end}，刚过交界{border}。平均而言，没有拿到文档自己那张表的读者，收益都不可能更多。',
        ),
        again: message(
          '它的收益在文档末尾附近是{end}，在下一个文档的开头是{border}。它学到的是这个文档。语言它以前就懂，现在懂得和以前一样。',
        ),
      },
    },
    'bi-level': {
      title: '一切都有两层',
      about: '步长是手工定的。它也能学出来吗？',
      scenes: {
        which: {
          title: 'α该往哪边动？',
          text: 'MAML用α = 0.01的步子训练过了。现在它的起点不变，只有新任务上的那一步变短或变长。',
          ask: '要使那一步之后的误差最小，α应当',
          options: {
            less: '明显更短',
            stay: '差不多不变',
            more: '明显更长',
          },
          act: '训练，并显示曲线',
        },
        slope: {
          title: '斜率不花代价',
          text: '那一步之后的误差怎样随α变化？把MAML本来就算出的两个梯度相乘，一个在θ处，一个在φ处：这就是虚线的切线。拖动α，看它处处与曲线相切。在上面选<b>随机初始化</b>：对它，任何α都帮助不大。',
        },
        learned: {
          title: '让外循环移动α',
          text: '有斜率，就可以沿着它走。<b>Meta-SGD</b>在训练时就这样做：外循环（outer loop）移动θ，也移动每个权重各自的学习率。在新任务上，它按这些学习率走一步。',
          ask: '之后，与MAML相比，它',
          options: { better: '明显更好', same: '差不多', worse: '明显更差' },
        },
        again: {
          title: '再问一次：往哪边？',
          text: '现在曲线是<b>Meta-SGD</b>的：1表示学到的学习率原样不变，2表示走两倍远。',
          ask: '要使那一步之后的误差最小，它的学习率应当',
          options: { less: '明显更低', stay: '差不多不变', more: '明显更高' },
        },
        pattern: {
          title: '同一个模式',
          text: '内层解一个问题；外层问结果如何，并移动内层视为给定的东西：起点、学习率、更新规则、网络架构。区别在于它有没有导数。学习率有。网络架构没有，只能靠奖励来搜索。',
        },
      },
      seen: {
        again: message<{ loss: string; best: string; least: string }>(
          '按学到的学习率，误差为{loss}；试过的倍数中最好的是{best}倍，误差为{least}。',
        ),
        made: message<{ rate: string; loss: string; best: string; least: string }>(
          '在{rate}处误差为{loss}；试过的值中最好的是{best}，误差为{least}。更短或更长都更差：θ就是为这样大的步子造的。',
        ),
        moves: message<{ rate: string; loss: string; best: string; least: string }>(
          '在{rate}处误差为{loss}；试过的值中最好的是{best}，误差为{least}。在这次运行中，换一个步长会更好。',
        ),
        paid: message<{ metasgd: string; maml: string }>(
          'Meta-SGD为{metasgd}，MAML为{maml}：学到的学习率胜过一个手工定的。',
        ),
        unpaid: message<{ metasgd: string; maml: string }>(
          'Meta-SGD为{metasgd}，MAML为{maml}。在这次运行中，学到的学习率还没有带来好处：接着训练。',
        ),
      },
    },
  },
};
