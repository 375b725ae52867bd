/** What is said of settings that cannot be used as they were written. Loaded when there is one. */

import type { spec as en } from '../en/spec';
import { message } from '../message';

export const spec: typeof en = {
  bad: message('地址中有{count, plural, other {#}}个值无法使用。'),
  more: message('另外还有{more}个。'),
  value: message('设置{field}为“{value}”；它必须是{wanted}；现使用{used}。'),
  ambiguous: message('设置{field}为“{value}”，可以理解为{readings}：请照此书写；现使用{used}。'),
  items: message('{field}中保留其余部分，去掉“{value}”。'),
  extra: message('{field}前后多出的部分已略去：“{value}”。'),
  cut: message('地址的末尾缺失：{field}的“{value}”可能只是一半，因此连同其后的内容一起略去。'),
  unknown: message('没有名为“{field}”的设置。'),
  preset: message('预设为“{value}”；它必须是以下之一：{options}；现使用{used}。'),
  must: message('它必须是{wanted}。'),
  uncertain: message(
    '“{value}”{count, plural, one {可以理解为{readings}：请照此书写。} other {可以理解为{readings}。请写成其中之一。}}',
  ),
  or: '或',
  nothing: '任务本身的值',
  wanted: {
    number: message('{min}到{max}之间的数'),
    integer: message('{min}到{max}之间的整数'),
    range: message('{min}到{max}之间的两个数，较小的在前'),
    choice: message('以下之一：{options}'),
    selection: message('以下之中的一个或多个：{options}'),
    integers: message('1到{most}个{min}到{max}之间的整数，以逗号分隔'),
    point: '一个点x:y',
    points: message('至多{most}对x:y，以逗号分隔'),
    text: '此页面所写的形式',
  },
  unknownLab: message('没有名为“{lab}”的实验室；这里是{shown}实验室。'),
  unknownLabHint: message('实验室：{labs}。'),
};
