/** What is said of characters: bringing, keeping, drawing and showing them. */

import type { characters as en } from '../en/characters';
import { message } from '../message';

const unchanged = '什么都没有改变。';
const byHand = '请从仓库手动下载images_background.zip和images_evaluation.zip，再把它们拖到这里。';

export const characters: typeof en = {
  inUse: message('正在使用：{source}。'),
  sources: {
    omniglot: 'Omniglot，人写的字符',
    procedural: '程序生成的字符，由此页面生成',
  },

  bringing: {
    title: '导入Omniglot',
    drop: '把它的zip文件或文件夹拖到这里，或者',
    archives: 'Omniglot压缩包',
    choose: '选择文件',
    download: message('从它的仓库下载，{megabytes, number} MB'),
    about: message(
      '从<repository></repository>获取{first}（{firstMegabytes, number} MB）和{second}（{secondMegabytes, number} MB），MIT许可证，Brenden Lake 2015。不会发送任何内容；此浏览器中会保留一份3 MB的副本。',
    ),
    progress: '正在导入Omniglot',
    cancel: '取消',
    cancelled: '已取消；什么都没有改变。',
    done: message('Omniglot已导入：{characters, number}个字符。'),
    forget: '删除保存在这里的副本',
    forgetHelp: '删除导入到此浏览器的Omniglot副本。',
    forgotten: '保存在此浏览器中的副本已删除。',
    steps: {
      opening: '正在打开',
      downloading: message('正在下载{name}：{done, number, ::.0} MB'),
      downloadingOf: message('正在下载{name}：{done, number, ::.0} / {total, number, ::.0} MB'),
      reading: message('正在读取{name}：手写图{done, number} / {total, number}'),
      packing: '正在打包',
      storing: '正在存入此浏览器',
    },
  },

  /** What can go wrong meanwhile, and what a person can do. */
  troubles: {
    'files-too-large': message('这些文件有{megabytes, number} MB；最多读取{most, number} MB。'),
    'host-refuses': message('{file}无法下载：其主机返回{status}。'),
    'host-out-of-reach': message(
      '{file}无法下载：没有网络，或者网络不允许此页面访问raw.githubusercontent.com。',
    ),
    'file-unreadable': message('{file}无法读取：它已不存在，或在此期间有改动，或是一个文件夹。'),
    'archive-refused': message('{file}：{why}'),
    'too-few-characters': message(
      '压缩包里有{characters, number}个字符，其中{validation, number}个用于验证，{test, number}个用于测试；任务最多需要{least, number}个。',
    ),
    'reader-failed': message('压缩包无法读取：读取它们的工作线程出错（{text}）。'),
    'reader-missing': '压缩包无法读取：读取它们的工作线程的脚本没有加载。',
    'no-room': message(
      '{characters, number}个字符已读取，但无法保存：浏览器给此页面的存储空间放不下{megabytes, number, ::.0} MB。',
    ),
    'no-storage': message(
      '{characters, number}个字符已读取，但无法保存：浏览器不给此页面存储空间。',
    ),
    'not-forgotten': message('副本无法删除：{text}。'),
    other: message('无法导入Omniglot：{text}。'),
  },
  cures: {
    'files-too-large': '请用images_background.zip和images_evaluation.zip，两个一共16 MB。',
    'host-refuses': byHand,
    'host-out-of-reach': byHand,
    'file-unreadable': `${unchanged}请重新选择；如果是文件夹，请先压缩成zip。`,
    'archive-refused': unchanged,
    'too-few-characters': `${unchanged}请用images_background.zip或images_evaluation.zip。`,
    'reader-failed': '请重新加载页面，再导入一次。',
    'reader-missing': '请重新加载页面，再导入一次。',
    'no-room': `${unchanged}请腾出空间，再导入一次。`,
    'no-storage': `${unchanged}请离开隐私窗口，再导入一次。`,
    'not-forgotten': '请在浏览器的设置中清除本网站的数据。',
    other: unchanged,
  },

  /** Why bytes are not taken for characters. */
  refusals: {
    'no-zip': '这个文件不是zip压缩包。',
    'zip-damaged': '这个zip已损坏，或不完整；请重新下载。',
    'no-images':
      '其中没有Omniglot的图像；应有images_background/Greek/character07/0394_01.png这样的文件。',
    'archive-too-large': message(
      '这个文件有{megabytes, number} MB；最多读取{most, number} MB，而Omniglot的压缩包只有10 MB。',
    ),
    'too-many-images': message('其中有超过{most, number}张图像，比Omniglot还多。'),
    'drawings-missing': message(
      '{character}有{drawings, number}张手写图；Omniglot中每个字符有{expected, number}张。',
    ),
    'image-too-large': message('{file}太大，不会是Omniglot的图像。'),
    'image-damaged': message('{file}已损坏；请重新下载压缩包。'),
    'image-has-greys': message('{file}不是纯黑白的图像，而Omniglot的图像都是纯黑白的。'),
    'image-size': message('{file}有{width} × {height}个像素；应为{expected} × {expected}。'),
    'no-runs': '里面没有官方题目；应有run01/training/class01.png这样的文件，如all_runs.zip所含。',
    'runs-too-large': message(
      '这个文件有{megabytes, number} MB；最多读取{most, number} MB，而all_runs.zip小得多。',
    ),
    'run-missing': message('里面缺少文件夹{run}；官方题目在run01到run20中。请重新下载。'),
    'run-lacks': message('里面缺少{file}；请重新下载。'),
    'run-labels': message('{file}没有为二十张测试图逐一说明各属于哪张训练图。'),
    'no-pack': '这个文件不是字符包。',
    'pack-lacks-pixels': '字符包缺少像素。',
    'pack-checksum': '字符包已损坏：校验和不符。',
    'pack-not-deflated': '字符包已损坏：无法解压。',
    'pack-index': '字符包的索引没有意义。',
    'pack-version': message('字符包的版本是{version}；此页面读取版本{readable}。'),
    'pack-cut': message(
      '字符包不完整：应有{expected, number}字节，到第{bytes, number}字节就结束了。',
    ),
  },
  packTooSmall: message(
    '{file}里有{characters, number}个字符，其中{validation, number}个用于验证，{test, number}个用于测试；任务最多需要{least, number}个。请运行npm run data:omniglot。',
  ),
  packMissing: message(
    '缺少{file}：请先运行npm run data:omniglot；如果已有压缩包，加上--from ZIP。',
  ),

  drawing: {
    strokes: message('{count, plural, =0 {还没有笔画} other {#笔}}'),
    given: '现成的字符',
    givenNamed: message('现成的字符，{name}'),
    at: message('<b>{place}</b>：{holds}'),
    invitation: '在这里画',
    undo: '撤销',
    undoHelp: '在画板上按Ctrl+Z',
    erase: '清除',
    eraseHelp: '在画板上按Delete',
    seen: message('各网络看到的：{side} × {side}像素，居中。'),
    pad: {
      role: '画板',
      help: '用指针在上面画。Ctrl+Z撤去最后一笔，Delete清除全部。',
    },
  },
};
