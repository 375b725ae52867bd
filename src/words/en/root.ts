/** The words of the page's opening. */

import { message } from '../message';

export const root = {
  headline: {
    both: 'Two networks have practised on the same waves.',
    each: 'One was trained to be right. The other, to <i>become</i> right.',
  },
  lede: {
    awaited: 'They are on their way.',
    before:
      'Both now see ten points of a wave they have never met. Neither is near it. They will take the same gradient step.',
    beforeMoved:
      'Both now see ten points, some of them yours. They will take the same gradient step.',
    after: message<{ step: number }>(
      'Both have seen ten points of a new wave and taken <b>the same {step, plural, one {gradient step} other {# gradient steps}}</b>.',
    ),
    afterMoved: message<{ step: number }>(
      'Both have seen ten points, some of them yours, and taken <b>the same {step, plural, one {gradient step} other {# gradient steps}}</b>.',
    ),
    live: message<{ step: number; iteration: string; of: string }>(
      'Both began at random and practise now: {iteration} of {of} meta-iterations. Each is shown {step, plural, =0 {before any gradient step} one {after one gradient step} other {after # gradient steps}} on this wave.',
    ),
    rests: message<{ step: number; iteration: string; of: string }>(
      'Both began at random and have practised: {iteration} of {of} meta-iterations. Each is shown {step, plural, =0 {before any gradient step} one {after one gradient step} other {after # gradient steps}} on this wave.',
    ),
    'out-of-reach':
      'The trained networks could not be loaded, so two are trained here, from the beginning.',
  },
  figure: message<{ step: number; maml: string; joint: string }>(
    'Ten points of a wave, and two curves. {step, plural, =0 {Before any gradient step} one {After one gradient step} other {After # gradient steps}} MAML is {maml} off the wave on average, joint pre-training {joint}.',
  ),
  figureAwaited: 'Ten points of a wave, and two curves that are being computed.',
  wave: 'the wave',
  others: 'other waves it could have been',
  dragMe: 'drag me',
  point: 'Point of the wave',
  trainedToBe: 'Trained to be right',
  trainedToBecome: 'Trained to become right',
  off: 'off, on average',
  offHelp:
    'Root mean squared distance from the wave, over the whole width of the plot. A wave is drawn at random from those that have something to learn: of a height between 3 and 4.3, not in step with the average of all waves, and with points over its whole width.',
  steps: 'Gradient steps',
  stepsSay: message<{ step: number; last: number }>(
    '{step, plural, =0 {<b>before</b> the first gradient step} other {after <b>#</b> of {last} gradient steps}}',
  ),
  stepsText: message<{ step: number }>(
    '{step, plural, =0 {before the first step} one {after one step} other {after # steps}}',
  ),
  before: 'before',
  play: 'Take the steps one after another',
  one: 'Take one step',
  more: message<{ count: number }>('{count, plural, one {One more step} other {# more steps}}'),
  newWave: 'New wave',
  restore: 'Points of the wave',
  watch: 'Watch it being learned',
  pause: 'Pause',
  goOn: 'Go on',
  trained: 'Back to the trained ones',
  madeBy: message<{ iterations: string; command: string }>(
    'Trained beforehand: {iterations} meta-iterations each, with <code>{command}</code>. The steps are taken here and now.',
  ),

  about: {
    title: 'Learning to learn',
    text: 'Whoever knows ten points of a wave cannot know the rest, unless they have learned what waves are like. <b>Meta-learning</b> practises exactly this: it meets one small task after another, and each time changes not the answer but the <i>start</i>, so that the next task needs fewer examples. MAML, model-agnostic meta-learning, does it by gradient descent through gradient descent. Everything here is computed in your browser, by the algorithms of the papers; what was trained beforehand says so.',
    lesson: 'Lesson 1: two loops',
    lessons: 'All lessons',
    open: 'All settings, all methods',
  },
  labs: {
    title: 'Four labs',
    regression: {
      title: 'A start from which one step is enough',
      text: 'Regression: MAML, Reptile and others that learn to learn, beside two that do not, on waves you can drag.',
    },
    optimizers: {
      title: 'An optimiser that was learned',
      text: 'An LSTM looks at gradients and decides each step. Race it against tuned SGD, momentum and Adam.',
    },
    omniglot: {
      title: 'You against eight methods',
      text: 'Five letters of alphabets you have never seen, one drawing each. Who reads the next ones?',
    },
    memory: {
      title: 'Told the name one drawing late',
      text: 'Drawings stream by, each named only when the next one is there. Networks whose weights no longer move learn the names as they read.',
    },
  },
  sources: {
    title: 'Where it comes from',
    maml: 'Finn, Abbeel and Levine 2017: Model-Agnostic Meta-Learning for Fast Adaptation of Deep Networks',
    reptile: 'Nichol, Achiam and Schulman 2018: On First-Order Meta-Learning Algorithms',
    lstm: 'Andrychowicz et al. 2016: Learning to Learn by Gradient Descent by Gradient Descent',
    prototypical: 'Snell, Swersky and Zemel 2017: Prototypical Networks for Few-Shot Learning',
    omniglot:
      'Lake, Salakhutdinov and Tenenbaum 2015: Human-Level Concept Learning Through Probabilistic Program Induction',
    cite: 'To cite this page',
  },
};
