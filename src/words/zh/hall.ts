/** What is said in lecture mode alone. */

import type { hall as en } from '../en/hall';

export const hall: typeof en = {
  spotlight: '聚光',
  stage: '整个舞台',
  keys: '按键',
  close: '关闭',
  blank: '屏幕已变黑。按任意键或点击即可恢复。',
  act: '启用按键',
  actHint: '只在演讲模式下有效；焦点在输入框、滑块或列表中时一律无效。',
  list: {
    on: { keys: ['→', 'Page Down'], does: '导览的下一个场景，或执行它的动作' },
    back: { keys: ['←', 'Page Up'], does: '上一个场景' },
    train: { keys: ['空格'], does: '训练，暂停' },
    step: { keys: ['S'], does: '一次元迭代' },
    task: { keys: ['T'], does: '另一个任务' },
    reset: { keys: ['R'], does: '重置运行' },
    spotlight: { keys: ['+', '−'], does: '让面板逐个单独显示在屏幕上' },
    blank: { keys: ['B', '.'], does: '黑屏；训练继续' },
    dot: { keys: ['L'], does: '跟随指针的圆点' },
    full: { keys: ['F'], does: '全屏' },
    list: { keys: ['?'], does: '这个列表' },
  },
};
