/** What is said of runs that are saved, opened, and brought by links. */

import type { runs as en } from '../en/runs';
import { message } from '../message';

export const runs: typeof en = {
  save: '保存运行',
  open: '打开运行…',
  what: '一个文件，包含它的设置、记录下来的内容和每个权重。在这里打开或拖放到页面上，它就从原处继续，在同一引擎上精确到位。',
  none: '还没有可保存的运行。',
  stateLink: '带有所学内容的链接',
  stateWhat: message(
    '它从元迭代{at, number}开始，权重为半精度：共{length, number}个字符。其中没有训练曲线。',
  ),
  stateTooLong: message(
    '所学内容有{weights, number}个权重，而链接约能容纳{most, number}个：更少的方法或更小的网络可以放下，文件则能容纳全部。',
  ),
  untrained: '训练之后，链接就可以带上所学内容。',
  opened: message('{lab}实验室的运行从元迭代{at, number}继续。'),
  brought: message('链接带来了到元迭代{at, number}为止所学的内容。'),
  back: '回到之前的运行',
  unusable: '无法打开这个运行。',
  faults: {
    'not-json': '文件不是此页面的运行，或被截断：它不是JSON。',
    cut: '链接丢失了末尾，所学内容也随之丢失；其中的设置仍然有效。',
    foreign: '这是别的文件：不是此页面的运行。',
    newer: '它由此页面更新的版本保存：请重新加载页面，或在保存它的地方打开。',
    damaged: '它已损坏：其中一些部分不是应有的样子。',
    changed: '它已损坏，或保存之后被改动过。',
    'no-lab': '它属于此页面没有的实验室。',
    'too-large': message('它有{size, number} MB，而任何运行都不超过{most, number} MB。'),
    unreachable: message('无法加载{file}。'),
  },
};
