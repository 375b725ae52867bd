/** What is said beside published figures: for who opens them, and for README. */

import { message } from '../message';

/** Where training departs from the papers, whatever the preset. */
export const deviations =
  'Ours: 32 filters in place of 64, fewer tasks at once, rates that fall to 0, ink 1 for Reptile too; embeddings trained with jittered drawings, 20-way for matching networks, with cosines times 10.';
export const notComparable =
  'Not strictly comparable: the papers train on 1,200 characters and test on 423 of the whole set';

export const papers = {
  /** Of the table, whatever the lab. */
  table: {
    lead: message<{
      date: string;
      command: string;
      iterations: string;
      at: string;
      remarks: string;
    }>(
      'Over held-out tasks, with 95% intervals. <b>Published</b> is what the paper reports or what follows from the tasks; <b>beforehand</b> was computed on {date} by <code>{command}</code> ({iterations} meta-iterations); <b>now</b> is the run on this page, at meta-iteration {at}. {remarks}',
    ),
    counted: message<{ times: number }>(
      'A task has run away when its loss is not a number, or over {times} times what it was before the first step, there and on average: means are of the others, where those are not the fewer.',
    ),
    uncounted: 'What was computed beforehand has means of all tasks, with those that ran away.',
    ranAway: message<{ count: number; tasks: number; median: string }>(
      '({count, number} of {tasks, number} ran away; median {median})',
    ),
    data: 'Beside the papers, data',
    caption: 'Published, computed beforehand, and now',
    method: 'Method',
    published: 'published',
    beforehand: 'beforehand',
    now: 'now',
    steps: message<{ count: number }>('{count, plural, one {# step} other {# steps}}'),
  },
  regression: {
    measures: message<{ queries: number; shots: number; tasks: string }>(
      'mean squared error on {queries} query points after so many gradient steps on {shots}, over {tasks} held-out tasks',
    ),
    diverged: message<{ name: string; at: number }>(
      '{name} diverged by meta-iteration {at, number}: its figures are of its weights before that.',
    ),
    /** Of what no preset is. */
    titles: { 'sinusoid-rules': 'Learning rules, sinusoid, 10-shot' },
    'zero predictor': 'zero predictor',
    'best task-blind predictor': 'best task-blind predictor',
    /** Of who knows the family, by numbers of points. */
    noise: {
      title: 'Best possible from K points of a sinusoid',
      measures: message<{ tasks: string }>(
        'squared error of Bayes, who knows the family, against the waves themselves, over {tasks} held-out tasks of the sinusoids of Finn et al. 2017, the same for all',
      ),
      points: message<{ count: number }>('{count, plural, one {# point} other {# points}}'),
      loss: message<{ noise: string }>('noise {noise}'),
      said: message<{ noise: string }>('noise {noise}, as it says itself'),
      remarks:
        'Nothing is trained. Without noise, where it reckons with 0.0001, two points determine nearly every sinusoid; with it the error comes down to about 2σ²/K, that of two unknowns, once there are more than a few. What it says itself is the variance of what it believes: it is as wrong as it says.',
    },
    remarks: {
      'sinusoid-10shot':
        'The paper shows curves only. First-order MAML and Reptile are not in it: they share its tasks, network and inner rate.',
      metasgd:
        'The paper reports 0.53 for Meta-SGD and 0.77 for MAML after one step, on tasks that vary in frequency too. Both are trained for one step: past it Meta-SGD’s rates carry it away.',
      'sinusoid-rules':
        'Not in their papers: the tasks of Finn et al. 2017, five inner steps, a fifth of their meta-iterations. The meta-learner LSTM has the equations of Ravi and Larochelle 2017, without the memory below the gates that their code has. It and implicit MAML have inner loops of their own: gates say how far a step goes, and not α; implicit MAML practises twenty smaller steps that λ holds to θ, and the first ten are shown. Its λ is 10 and its rate 0.0025: with the lab’s own, 30 and 0.005, it diverges.',
      anil: 'The paper has no regression. Each method has the better of two rates for it, 0.01 and 0.03. After ten steps, twice as many as were trained, a few tasks may run away and rule the mean: read the median beside it.',
      'sinusoid-5shot':
        'MAML is trained for one step. Beyond about four, gradient descent at α = 0.01 runs away on single tasks with five points close together, and a few such tasks rule the mean: read the median beside it.',
      'reptile-toy':
        'The script prints no figures; it shows fits after 8, 16, 24 and 32 steps. MAML is not in it.',
      cubic:
        'The text shows fits only: after the first epoch on a new task MAML fits, Reptile is better than random initialisation. Ranges, activation and outer rates are not stated and are ours.',
    },
  },
  optimizers: {
    measures: message<{ steps: number; problems: string }>(
      'f after {steps} steps of each optimiser, over {problems} held-out problems; rates tuned on as many others',
    ),
    remarks:
      'The paper shows curves only. Values in brackets are those of baselines that a correct implementation comes near.',
    onPage:
      'The paper shows curves only: what stands as published are tuned baselines that a correct implementation comes near. Their tails are heavy, so that another draw differs.',
  },
  omniglot: {
    title: message<{ preset: string }>('Omniglot, {preset}'),
    measures: message<{ tasks: number; ways: number; shots: number }>(
      'accuracy on {tasks, number} {ways}-way {shots}-shot tasks of test characters, one query drawing of each',
    ),
    heading: 'Accuracy, %',
    with: {
      transductive: message<{ name: string }>('{name}, transductive'),
      inductive: message<{ name: string }>('{name}, one at a time'),
    },
    remarks: `${notComparable}. ${deviations} Batch statistics are those of each paper unless said: transductive for methods that adapt, of training drawings for those that embed. “One at a time” normalises each query drawing with the support set alone.`,
  },
  memory: {
    title: {
      onehot: 'Streams of 5 characters, one-hot labels',
      strings: 'Streams of 15 characters, labels as strings of five letters',
    },
    measures: message<{ streams: string; drawings: number }>(
      'accuracy, %, at the 1st, 2nd … 10th drawing of a character, over {streams} held-out streams of {drawings} drawings of test characters',
    ),
    instance: message<{ instance: number }>(
      '{instance, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}',
    ),
    source: { onehot: 'Santoro et al. 2016, table 1', strings: 'Santoro et al. 2016, table 2' },
    readers: {
      mann: 'MANN',
      kv: 'key–value attention',
      snail: 'SNAIL',
      lstm: 'LSTM',
      nearest: 'nearest neighbour that remembers all',
      rare: 'memory for rare events, nothing learned',
      feedforward: 'feed-forward',
      people: 'people',
      ntm: 'MANN with the addressing of a neural Turing machine',
    },
    characters: message<{ train: number; test: number }>(
      'Trained on streams of {train, number} characters, tested on {test, number} others, all of Omniglot’s background set.',
    ),
    remarks: {
      onehot:
        'Not the paper’s protocol: drawings are read through a frozen embedding that was trained on the training characters, not as pixels; characters are not rotated, and rates fall in two steps to a tenth. MANN has a feed-forward controller that sees a drawing beside its label, 128 slots of 32 numbers, two heads and a strength of keys that is learned; the paper’s has an LSTM, 128 slots of 40, four heads and plain cosines. The LSTM beside it has 64 units, the paper’s 200. People and the published networks saw pixels. At the first instance nobody can be right more often than 45.7%, by leaving out the labels that were told.',
      strings:
        'Not the paper’s protocol: drawings are read through a frozen embedding that was trained on the training characters, not as pixels; characters are not rotated; training has streams of 60 drawings, the test of 150, and rates fall in two steps to a tenth. No two characters of a stream have the same string. MANN has a feed-forward controller that sees a drawing beside its label, 128 slots of 32 numbers, two heads and a strength of keys that is learned; the paper’s best has an LSTM and 128 slots of 40. The LSTM beside it has 64 units. The published nearest neighbours compare features of an autoencoder. Of the paper’s table only rows of 15 characters stand here that could be checked against a second source. Right is an answer with all five letters right: blind guessing finds one of 3,125 strings, and at the first instance nobody can be above 0.03%.',
    },
  },
};
