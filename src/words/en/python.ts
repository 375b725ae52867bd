/** What is said of a run that is taken to Python. */

import { message } from '../message';

export const python = {
  lead: 'One file for PyTorch repeats this run with its settings; it has the methods that take part, and no others.',
  leadJudges:
    'One file for PyTorch has the networks of this run, and judges its weights; it has those that take part, and no others.',
  script: 'Python script',
  notebook: 'Notebook',
  weights: 'Weights (.safetensors)',
  runJudges: 'Let it judge the weights of this page on your machine:',
  run: 'Train it on your machine, or let the script judge the weights of this page:',
  needs: {
    regression:
      'It needs PyTorch alone. It draws the same tasks and first weights as this page, so that numbers agree until rounding parts them.',
    optimizers:
      'It needs PyTorch alone. It draws the same problems and first weights as this page, so that numbers agree until rounding parts them. L-BFGS is PyTorch’s own, with another line search; RMSprop jumps about the minimum to the end, and rounding alone moves its median by 2 to 3 in a hundred.',
    memory:
      'It needs PyTorch alone. It trains nothing: the file of weights also holds the held-out streams by which this page judges, and their drawings as the networks read them. Accuracies agree, but where rounding decides.',
    omniglot:
      'It needs PyTorch, and Pillow to read Omniglot’s images. It begins from nothing and draws tasks of its own; the file of weights holds those by which this page judges. On them accuracies agree; without convolutions rounding decides of about one drawing in a hundred. The network of alphabets is this page’s alone; the script’s own tasks are of any characters, as they were drawn.',
  },
  expect: message<{ at: number }>(
    'What to expect: this page has, after {at, plural, one {# meta-iteration} other {# meta-iterations}}, on held-out tasks:',
  ),
  expectTrained: message<{ at: number; span: string; least: string; most: string }>(
    'What to expect of <code>--evaluate</code>: with weights trained beforehand ({span, select, one {{most}} other {{least} to {most}}} meta-iterations) and {at, plural, =0 {not here} one {for # meta-iteration here} other {for # meta-iterations here}}, this page has on held-out tasks:',
  ),
  unknown:
    'This page has not measured all held-out tasks yet: once it has, the numbers to expect stand here.',
  tuning: 'The script waits for the rates of the optimisers, which this page is still tuning.',
  nobody: 'Nobody who takes part is in scripts: add another method.',
  oneHotAlone:
    'Scripts are written for labels of one of N alone: choose those in the settings. The weights can be taken all the same.',
  leftOut: message<{ methods: string }>(
    'The script is kept to 200 lines, and has no room for: {methods}. With fewer methods it has them.',
  ),
  without: message<{ methods: string }>('The script does without: {methods}.'),
  none: 'The run has no weights yet. Try again in a moment.',
  columns: {
    method: 'Method',
    steps: 'After steps',
    sighting: 'Sighting',
    mean: 'Mean, 95%',
    median: 'Median',
  },
  preview: 'The script',
  copy: 'Copy code',
  copied: 'Code copied',
  notCopied:
    'This browser does not let the page copy. Select the code and copy it, or save the script.',
  failed: 'The file could not be made.',
};
