/** The words of what is taken away of a figure. */

import type { figures as en } from '../en/figures';
import { message } from '../message';

export const figures: typeof en = {
  menu: message('导出：{title}'),
  table: '数据表',
  kinds: {
    csv: 'CSV',
    svg: 'SVG',
    png: 'PNG',
    transparent: 'PNG，透明背景',
    pdf: 'PDF，矢量',
    copy: '复制为图片',
  },
  copied: '已复制：可粘贴到文档或幻灯片中。',
  noCopy: '此浏览器不允许页面复制图片。选PNG可把同一张图片存为文件。',
  notLoaded: '页面的这一部分无法加载。网络是否连通？连通后请再按一次。',
  notMade: message('文件无法生成（{why}）。'),
  noData: '现在还没有可导出的内容。',
  changed: '改动',
  asPreset: '设置与预设相同',
  tuned: '训练期间有设置改动过；链接中是最后的设置。',
  iteration: '元迭代',
  beforehand: '预先训练',
  trainedFor: message('{iterations}次元迭代'),
  trainedForAbout: message('{least}到{most}次元迭代'),
  heldOut: '留出任务数',
  colon: '：',
  equals: ' = ',
  between: '；',
  date: '日期',
};
