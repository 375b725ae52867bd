/** What the regression lab says of the best that is possible on held-out tasks. */

import type { limit as en } from '../en/limit';
import { message } from '../message';

export const limit: typeof en = {
  rule: message('{shots, plural, other {#}}个点所能达到的最好结果{value}'),
  term: '可能的最好结果',
  about: message(
    '从这{tasks}个留出任务各{shots, plural, other {#}}个点出发：{value}，这是贝叶斯的损失，它知道它们出自哪个任务族。在这个任务族上，没有谁能指望更小；对别的任务族，它什么也没说。{why}',
  ),
  noisy: message('其中{noise}是查询点自身的噪声，谁也无法知道。'),
  determined: message(
    '没有噪声，所以它几乎为零：{enough, plural, other {#}}个点就能定下{task, select, cubic {一个三次函数} other {几乎任何正弦}}。',
  ),
  open: '没有噪声，但点这么少，可能的任务不止一个。',
};
