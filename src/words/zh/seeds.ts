/** What is said of a run with several seeds. */

import type { seeds as en } from '../en/seeds';
import { message } from '../message';

export const seeds: typeof en = {
  button: '种子1–5',
  help: '从头训练随机种子1到5，直到当前的元迭代，并显示它们相差多少。',
  training: message('种子{place} / {of}，元迭代{at} / {until}'),
  evaluating: message('种子{place} / {of}，在留出任务上'),
  told: message('种子{place} / {of}'),
  mean: message('{name}，5个种子的均值'),
  done: '种子1–5已在图中。',
  stop: '停止',
  band: message('带状区域：种子1–5在元迭代{at}处最低到最高的{average}；细线是它们的均值。'),
  whiskers: message('误差线：种子{seed}在{tasks}个任务上均值的95%置信区间。'),
  tuned: '它们全程用现在的设置训练；本次运行途中用过别的设置。',
  gaps: '某个种子的大多数任务失控之处，没有带状区域。',
  failed: message('没有种子的带状区域：{why}。'),
  columns: {
    mean: message('{name}，{average}：种子1–5的均值'),
    low: message('{name}，{average}：种子1–5的最低值'),
    high: message('{name}，{average}：种子1–5的最高值'),
    sd: message('{name}，{average}：种子1–5的标准差'),
    seed: message('{name}，{average}：种子{seed}'),
  },
};
