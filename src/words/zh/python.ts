/** What is said of a run that is taken to Python. */

import type { python as en } from '../en/python';
import { message } from '../message';

export const python: typeof en = {
  lead: '一个PyTorch文件，按这次运行的设置重做实验；其中只有参加运行的方法。',
  leadJudges: '一个PyTorch文件，有这次运行的网络，评估其权重；其中只有参加运行的方法。',
  script: 'Python脚本',
  notebook: '笔记本',
  weights: '权重（.safetensors）',
  runJudges: '让它在自己的机器上评估此页面的权重：',
  run: '在自己的机器上训练，或者让脚本评估此页面的权重：',
  needs: {
    regression:
      '只需要PyTorch。它抽取与此页面相同的任务和初始权重，因此数值一致，直到舍入误差使两者分开。',
    optimizers:
      '只需要PyTorch。它抽取与此页面相同的问题和初始权重，因此数值一致，直到舍入误差使两者分开。L-BFGS用PyTorch自带的，线搜索有所不同；RMSprop到最后仍在极小值附近跳动，仅舍入误差就会使它的中位数变动百分之二到三。',
    memory:
      '只需要PyTorch。它不训练：权重文件里还有此页面用来评估的留出流，以及网络所读到的图。除了由舍入误差决定的地方，正确率一致。',
    omniglot:
      '需要PyTorch，以及读取Omniglot图像的Pillow。它从零开始，自己抽取任务；权重文件里有此页面用来评估的任务，在这些任务上准确率一致；不用卷积时，约百分之一的图像由舍入误差决定。字母表网络只有此页面才有；脚本自己抽取的任务用任意字符，手写图保持原样。',
  },
  expect: message('预期的数值：此页面在{at, number}次元迭代之后，在留出任务上得到：'),
  expectTrained: message(
    '<code>--evaluate</code>应得的结果：权重经预先训练（{span, select, one {{most}} other {{least}到{most}}}次元迭代），{at, plural, =0 {在这里尚未训练} other {又在这里训练#次元迭代}}，此页面在留出任务上得到：',
  ),
  unknown: '此页面还没有测完全部留出任务：测完之后，预期的数值会显示在这里。',
  tuning: '脚本还在等各个优化器的学习率：此页面仍在调节它们。',
  nobody: '参加的方法都不在脚本之列：请加入另一种方法。',
  oneHotAlone: '脚本只支持N个之一的标签：请在设置中选择。权重仍然可以带走。',
  without: message('脚本中没有：{methods}。'),
  leftOut: message('脚本限于200行，放不下：{methods}。方法少一些时就有它们。'),
  none: '这次运行还没有权重。请稍后再试。',
  columns: {
    method: '方法',
    steps: '步数',
    sighting: '第几次出现',
    mean: '均值，95%',
    median: '中位数',
  },
  preview: '脚本',
  copy: '复制代码',
  copied: '代码已复制',
  notCopied: '此浏览器不允许页面复制。请选中代码自行复制，或者保存脚本。',
  failed: '无法生成文件。',
};
