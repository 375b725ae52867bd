/** The words of a task of one's own in the regression lab. */

import type { ownTask as en } from '../en/ownTask';
import { message } from '../message';

export const ownTask: typeof en = {
  title: '自己的任务',
  close: '完成',
  way: '以何种方式给出',
  ways: { formula: '公式', drawn: '手绘', points: '数据点' },
  formulaName: message('y = {formula}'),
  drawnName: '你画的曲线',
  pointsName: '你的数据点',
  back: '回到自己的任务',
  verdict: {
    inside: message('它属于训练任务族：{task}。'),
    ranges: message(
      '它在训练任务族之外，训练的范围达不到{task}：范围内最接近的（{nearest}）与它的均方根误差为{off}。',
    ),
    outside: message(
      '它在训练任务族之外：族中最接近的{family, select, cubic {三次函数} other {正弦函数}}（{nearest}）与它的均方根误差为{off}。',
    ),
    few: message(
      '它只在{share}的训练输入处有±{most}以内的值：太少，无法判断它是否属于训练任务族。',
    ),
    part: message('仅在它有±{most}以内的值之处评判：占训练输入的{share}。'),
    nowhere: '在训练的输入范围内，它处处没有值。',
    apart: message(
      '它的{all, plural, other {#}}个点全部在训练的输入范围之外：没有可以评判的依据。',
    ),
    others: message('它的损失取自其余{count, plural, other {#}}个点。'),
    themselves: message(
      '它的损失就取自这{count, plural, other {#}}个点，各方法也正是适应到这些点。',
    ),
    /** Between two sentences. */
    between: '',
    inputs: message(
      '它的{of, plural, other {#}}个点中有{beyond, plural, other {#}}个在训练的输入范围{low}到{high}之外。',
    ),
  },
  formula: {
    label: 'y =',
    name: '关于x的公式',
    show: '显示',
    examples: '例如',
    help: message('数字、x、pi、e、+ − * / ^、括号，以及{functions}。至多{most, number}个字符。'),
    gaps: message('它在某些输入处没有值，例如x = {x}：那里既不绘制，也不评判。'),
    far: message('它在某些输入处超出±{most}，例如x = {x}：那里既不绘制，也不评判。'),
    still: message('图上仍是{task}。'),
  },
  drawn: {
    lead: '先按下按钮，再在图上画：从左到右画一条，或重画其中一段。各点跟随曲线。',
    begin: '在图上画',
    end: '结束绘制',
    flat: '从一条水平线开始',
    pad: '你的曲线',
    role: '手绘曲线',
    help: '左右方向键沿x移动，上下方向键在该处弯曲曲线，按住Shift步子更大。Enter结束，Escape撤回所画的内容。',
    place: message('x {x}，y {y}'),
    kept: '它保存在地址中：重新加载或复制的链接会再次显示它。',
  },
  points: {
    drop: '把数据点文件拖放到这里，或',
    choose: '选择一个…',
    file: '数据点文件',
    help: message(
      '两列，x和y；标题行会跳过。列之间用逗号、分号或制表符；用后两者时，小数点也可以写成逗号。至多{most, number}行、{megabytes, number} MB。前{support, number}个是支持点。',
    ),
    read: message('{file}：{count, plural, other {#}}个点，全部是支持点。'),
    readMore: message(
      '{file}：{count, plural, other {#}}个点。前{support, number}个是支持点，经过全部点的折线就是要学的函数。',
    ),
    unkept: '这些点太多，地址中放不下：重新加载之后要再看到它们，请再次打开该文件。',
    save: '保存所见的各点',
  },
  problems: {
    empty: '请输入一个关于x的公式。',
    long: message('它太长：至多{most, number}个字符。'),
    deep: message('它的括号嵌套太深：至多{most, number}层。'),
    character: message('第{at, number}个字符：“{text}”在这里没有意义。'),
    name: message('第{at, number}个字符：这里不认识“{text}”。变量是x。'),
    call: message('第{at, number}个字符：“{text}”之后缺少括号，应如{text}(x)。'),
    unexpected: message('第{at, number}个字符：“{text}”不能放在那里。'),
    unclosed: message('第{at, number}个字符：这个括号没有闭合。'),
    unopened: message('第{at, number}个字符：这个括号没有与之对应的左括号。'),
    ends: '它结束得太早：末尾缺少内容。',
    arguments: message('{text}需要{count, plural, other {#}}个值，用逗号分隔。'),
    nowhere: '在所见的输入处，它处处没有值。',
    drawing: '地址中的手绘曲线已损坏。',
    points: '地址中的数据点已损坏。',
    missing: message('{file}的点太多，地址中放不下：请再次打开该文件。'),
  },
  files: {
    none: '其中没有一个点。',
    large: message('它太大：至多{most, number} MB。'),
    many: message('它的点太多：至多{most, number}个。'),
    numbers: message('第{line, number}行：“{text}”不是数字。'),
    infinite: message('第{line, number}行：“{text}”不是有限的数。'),
    far: message('第{line, number}行：有一个数超出±{most, number}。'),
    columns: message('第{line, number}行有{count, plural, other {#}}列，而不是两列。'),
    unread: '无法读取它。',
  },
  refused: message('{file}：{why}'),
  notShown: message('地址中你自己的任务“{task}”无法显示。'),
  instead: message('{why}在它的位置上是一个留出任务。'),
};
