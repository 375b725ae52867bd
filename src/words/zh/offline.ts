/** What is said of a newer page. */

import type { offline as en } from '../en/offline';

export const offline: typeof en = {
  newer: '此页面有了更新的版本。',
  keeps: '运行会保留：它们从上次保存之处继续。',
  load: '加载新版本',
};
