/** Files of something trained: what is shipped, and why one cannot be used. */

import type { files as en } from '../en/files';
import { message } from '../message';

export const files: typeof en = {
  'not-json': '文件已损坏：它不是JSON',
  'other-format': message('该文件不是这个实验室的检查点：它的格式不是“{format}”'),
  'bad-field': message('文件已损坏：{field}不符合要求'),
  'too-much': message('文件中的{field}为{value, number}，至多只能是{limit, number}'),
  'too-little': message('文件中的{field}为{value, number}，至少必须是{limit, number}'),
  'not-base64': '文件已损坏：其中的权重不是base 64编码',
  'other-length': message(
    '文件已损坏：它含有{found, plural, other {#}}个数，而它的网络有{wanted, number}个',
  ),
  'not-finite': '文件已损坏：其中的权重不全是数',
  'too-large': message('文件有{size, number} MB，而这个实验室的文件都不超过{most} MB'),
  unreachable: message('{file}：{status}'),
  /** What was trained beforehand, and is shipped. */
  trained: {
    beforehand: message('{count, number}种方法预先训练过'),
    about: message('{name}：{iterations}次元迭代，{date}，<code>{command}</code>{own}'),
    fromScratch: '从零开始',
    untrained: '有些方法开始时未经训练。',
    /** Beside its name. */
    alone: '开始时未经训练',
    problem: message('{name}：{why}'),
    none: '没有随页面提供训练好的权重',
    noneForWays: message('没有为{ways, number}个类别训练过的权重'),
    otherNetwork: '训练时用的是另一种网络',
  },
};
