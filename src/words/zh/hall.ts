/** What is said in lecture mode alone. */

import type { hall as en } from '../en/hall';
import { lecture } from './lecture';

export const hall: typeof en = {
  lecture,
  spotlight: '聚光',
  stage: '整个舞台',
  keys: '按键',
  close: '关闭',
  blank: '屏幕已变黑。按任意键或点击即可恢复。',
  act: '启用按键',
  actHint: '只在演讲模式下有效；焦点在输入框、滑块或列表中时一律无效。',
  list: {
    on: {
      keys: ['→', 'Page Down', 'N'],
      does: '下一个场景：有自己的演讲时是演讲的，否则是课程或导览的；先做它要求的事',
    },
    back: { keys: ['←', 'Page Up', 'P'], does: '上一个场景，保持离开时的样子' },
    scenes: { keys: ['O'], does: '场景列表' },
    train: { keys: ['空格'], does: '训练，暂停' },
    step: { keys: ['S'], does: '一次元迭代' },
    task: { keys: ['T'], does: '另一个任务' },
    reset: { keys: ['R'], does: '重置运行' },
    vote: { keys: ['1', '2', '3', '4'], does: '为问题的一个答案记一票' },
    unvote: {
      keys: ['Backspace'],
      does: '撤回最近一票；Shift加1…4撤回那个答案的一票',
    },
    spotlight: { keys: ['+', '−'], does: '让面板逐个单独显示在屏幕上' },
    blank: { keys: ['B', '.'], does: '黑屏；训练继续' },
    dot: { keys: ['L'], does: '跟随指针的圆点' },
    full: { keys: ['F'], does: '全屏' },
    list: { keys: ['?'], does: '这个列表' },
  },
};
