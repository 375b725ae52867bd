/** Lake's test: its questions, who reads them, and what is to be known of the figures. */

import type { lake as en } from '../en/lake';
import { message } from '../message';

export const lake: typeof en = {
  title: 'Lake的测试：一种字母表的二十个字符，每个一张手写图',
  heading: '这是二十个中的哪一个？',
  lead: '每个字符一张，出自同一人之手；大的那张由另一人所写 · Lake的测试',
  leave: '离开测试',
  loading: '正在出题，并请各网络就位。',
  failed: message('无法出题：{why}'),
  otherHand: '由另一人所写',
  asked: {
    official: '这些是官方题目：二十组，每组二十个字符，所属字母表从未用于训练这里的网络。',
    evaluation: message(
      '这些不是官方题目，但属同类，所用字母表从未用于训练这里的网络：{alphabets}。',
    ),
    'held-back': message(
      '这些不是官方题目，但属同类，取自背景集的五种字母表：{alphabets}。{heldBack, select, yes {字母表网络训练时没有用它们；其他网络练过其中大多数字符，因此数字偏好看。} other {这里的网络练过其中大多数字符，因此它们的数字偏好看。}}',
    ),
    'test-characters': '这些不是官方题目，也不属于同一种字母表：从现有的测试字符中随机取二十个。',
  },
  question: '要辨认的手写图',
  sheet: '二十张手写图',
  choice: message('手写图{letter}'),
  count: message('第<b>{at} / {of}</b>题'),
  hidden: '二十题全部答完之前，谁对谁错都不公布。各网络看到的是同样的手写图，也只看一次。',
  eyes: '这项测试要用眼睛：对手写图的描述本身就会是答案。',
  press: '按它的字母，或点那张手写图；按Enter，或再按一次，即为作答。不限时间。',
  unknown: '我不知道',
  none: '请选一张',
  itIs: message('是<i>{letter}</i>'),
  result: {
    title: message('这20题中您看错了{wrong, number}题；{name}看错了{its, number}题。'),
    alone: message('这20题中您看错了{wrong, number}题。'),
    axis: '错误率，百分比 · 越短越好 · 细线：95%区间',
    you: '您',
    chance: '随机猜测',
    who: '谁',
    error: '错误率，%',
    wrongOf: '看错',
    ofTwenty: message('这20题中错{wrong, number}题 · {low}至{high}'),
    ofAll: message('{of, number}题中错{wrong, number}题 · {low}至{high}'),
    published: '已发表',
    publishedElsewhere: '已发表，针对官方题目',
    counting: '正在统计',
    whose: '看错了什么，按',
    noneWrong: '这二十题一题未错。',
    shown: '题目',
    taken: message('看成了{letter}'),
    unanswered: '未作答',
    right: message('应为{letter}'),
    mistake: message('第{number, number}题：看成了{letter}，应为{right}'),
    passed: message('第{number, number}题：未作答，应为{right}'),
    given:
      '这对双方并非同一项测试。网络练过数百个字符，每个至少以四种方向出现，也见过手的抖动。您读写多年，知道笔怎样运动。如果为网络把手写图居中并缩放，那是人放进去的知识。',
    little: message(
      '二十题说明不了多少：错{wrong, number}题时，您的错误率在{low}%到{high}%之间。即使全部400题，错误率为2%时区间仍是1%到4%。',
    ),
    assignment: '每一题单独作答。谁若一次分配全部二十张手写图，错得就更少：那是另一个问题。',
    networks: message(
      '据<report></report>，其他人的网络在官方题目上错{least, number}%到{most, number}%。',
    ),
    report: 'Lake等人2019',
    another: '再来一轮',
  },
  hausdorff: '修正的Hausdorff距离',
  alphabet: '字母表网络',
  notes: { hausdorff: '形状距离，Lake的基线', alphabet: '100 KB' },
  published: { people: '人', bpl: 'BPL，Lake的程序' },
  official: {
    title: '导入官方题目',
    drop: '把all_runs.zip拖到这里，或者',
    label: 'all_runs.zip',
    choose: '选择它',
    download: '从它的仓库下载',
    about: message(
      '二十组，每组二十题，人和程序当年答的就是这些：来自<repository></repository>，MIT许可证，Brenden Lake 2015。不会发送任何内容，也不会保留任何内容。',
    ),
    reading: '正在读取题目',
    byHand: '请从仓库手动下载all_runs.zip，再把它拖到这里。',
  },
};
