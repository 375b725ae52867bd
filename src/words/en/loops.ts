/** What the regression lab says of how each contender learns: the picture of the two loops, and what it costs. */

import { message } from '../message';

export const loops = {
  lead: 'Every task has support points S and query points Q. From the initialisation θ a learner takes gradient steps on the support: that is the inner loop. Contenders are judged after the same one, unless they bring their own, and differ in how the outer loop moves θ. A bar is the mean over the tasks of a meta-iteration.',
  formula: 'φ₀ is θ; each step goes down the gradient of the support loss at rate α.',
  walk: 'Walk through the next meta-iteration',
  rateStudy: 'How far should a step go?',
  bayesStudy: 'Bayes, who knows the family',
  /** In the place of what walks through inner steps. */
  reads: message<{ name: string }>(
    '{name} reads the support points at once. It takes no inner step, so there is none to walk through, and no rate of one.',
  ),
  gatesStudy: 'The gates, step by step',
  implicitStudy: 'Solving in place of unrolling',
  method: 'Method in the picture',
  inner: 'inner loop',
  outer: 'outer loop',
  rates: 'rates α',
  /** What each contender does in the picture, for those who see it and those who do not. */
  pictures: {
    maml: 'The inner loop takes every task from θ to a φ of its own, by steps on its support points. Its query points say there which way is better, and that is carried back along each of those steps. θ moves along the mean of what arrives.',
    fomaml:
      'The inner loop takes every task from θ to a φ of its own, by steps on its support points. Its query points say there which way is better, and θ takes that over as it is, with no way back: it moves along the mean.',
    reptile:
      'The inner loop takes every task from θ to a φ of its own, by steps on minibatches of all its points. θ moves towards the mean of where they ended, the cross.',
    metasgd:
      'As MAML, with a rate for every weight. What is carried back along the steps moves two things: θ, and the rates by which all tasks step.',
    anil: 'The ring is the layers before, the dot the last ones. In the inner loop the dot alone goes to each φ: the ring stays. What the query points say there is carried back, and the outer loop moves both.',
    imaml:
      'The inner loop takes every task from θ to a φ of its own, and a pull holds it to θ. What the query points say at φ is not carried back along the steps: it is solved for at φ alone, and the outer loop moves θ by it.',
    ravi: 'The inner loop takes every task from θ to a φ of its own, but gates say how far each weight steps and how much of it is kept. What the query points say there moves two things: θ, and the gates by which all tasks step.',
    cnp: 'No inner loop, in training or after it. θ is that of a network of its own, which reads some points of a task and predicts all of them; θ moves down the mean gradient over the tasks.',
    acnp: 'No inner loop, in training or after it. θ is that of a network of its own, whose predictions attend to the points that it reads; θ moves down the mean gradient over the tasks.',
    bayes:
      'No loop at all, and no θ. Which tasks there are, Bayes was told; the points of each are weighed by that when it is tested, and no task leaves anything behind.',
    joint:
      'No inner loop in training. The points of all tasks are mixed as if they were of one, and θ moves down one gradient on them.',
    random:
      'Nothing moves. θ stays what it was when it was drawn, whatever the tasks are; only when it is tested does it adapt.',
  },
  tasks: message<{ shown: number; of: number; at: string; weights: string }>(
    '{shown, plural, one {# task} other {# tasks}} of {of} in meta-iteration {at}. Drawn with two weights; this network has {weights}.',
  ),
  /** Of one without weights. */
  tasksAlone: message<{ shown: number; of: number; at: string }>(
    '{shown, plural, one {# task} other {# tasks}} of {of} in meta-iteration {at}. It has no weights.',
  ),
  fair: 'All methods here see the same tasks, start from the same weights and adapt at the same inner rate α, but for those that bring a rate of their own or learn it. They do not cost the same.',
  /** Of those who do not adapt by gradient descent at α. */
  ownLoop: message<{ names: string; count: number }>(
    '{names}: {count, plural, one {an inner loop of its own. Its steps are not of size α, so it is not judged} other {inner loops of their own. Their steps are not of size α, so they are not judged}} after the same inner loop as the others.',
  ),
  /** Of those whose initialisation alone is judged. */
  fromStart: message<{ names: string; count: number }>(
    '{names}: {count, plural, one {it has an inner loop of its own, but what} other {they have inner loops of their own, but what}} is shown is where {count, plural, one {it starts} other {they start}}, under the gradient descent of the others at rate α.',
  ),
  /** Of those who read support points in place of adapting. */
  ownNetwork: message<{ names: string; count: number }>(
    '{names}: {count, plural, one {a network of its own, and no inner loop. A gradient of it takes} other {networks of their own, and no inner loop. A gradient of theirs takes}} longer than one of the others.',
  ),
  /** Of who has nothing to learn. */
  told: message<{ names: string; count: number }>(
    '{names}: no network and nothing to learn. It was told the family of the tasks and the noise, so training changes nothing in it.',
  ),
  cost: {
    title: 'What one task costs in each meta-iteration',
    method: 'Method',
    gradients: 'gradients',
    products: 'Hessian-vector products',
  },
};
