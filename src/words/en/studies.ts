/** What the studies below the regression lab say: of the rate of a step, and of who knows the family of tasks. */

import { message } from '../message';

export const studies = {
  close: 'Close',
  awaited: 'The numbers are on their way.',
  rates: {
    title: message<{ label: string }>('{label}: how far should its step go?'),
    lead: 'The start θ stays; only the one step on the support points gets shorter or longer. The dashed line is the tangent: −⟨∇L on the query points at φ, ∇L on the support points at θ⟩, two gradients that MAML has anyway. Drag the point, or move it with the arrow keys.',
    own: 'It adapts by rates of its own. All of them are multiplied here by one number; at 1 they are as they are.',
    curve: 'Loss after one step',
    loss: 'query loss',
    alpha: 'α',
    factor: 'its rates, times',
    handle: 'Inner rate α',
    /** What a screen reader says of α as it moves. */
    spoken: message<{ rate: string; loss: string }>('{rate}; loss after one step {loss}'),
    over: 'Loss of',
    of: {
      many: message<{ tasks: number }>('{tasks} held-out tasks'),
      one: 'the task in sight',
    },
    numbers: {
      title: 'At the rate of now',
      rate: 'α now',
      factor: 'times its rates',
      loss: 'Loss after one step',
      slope: 'Slope dL/dα',
      best: 'Best of those tried',
    },
    ways: {
      more: message<{ best: string; least: string }>(
        'A longer step would be better: at {best} the loss is {least}.',
      ),
      less: message<{ best: string; least: string }>(
        'A shorter step would be better: at {best} the loss is {least}.',
      ),
      stay: 'Of the rates that were tried, none is better than about this one.',
    },
    take: message<{ best: string }>('Set α to {best}'),
    learned:
      'Meta-SGD follows this slope: the outer loop moves a rate for every weight, beside θ. Add it to the methods to see what it learns.',
    absent: 'It takes no part in this run: there is no step of it to take.',
    tangent: 'tangent',
  },
  implicit: {
    title: 'Implicit MAML: solving in place of unrolling',
    lead: 'How the solution φ moves with θ follows from φ alone: by the inverse of I + H/λ, with H the Hessian on the support points. Conjugate gradients come to it by a few products with H, and nothing of the way to φ is held.',
    absent: 'Implicit MAML takes no part in this run: there is nothing that it solves for.',
    said: message<{
      products: number;
      tasks: number;
      lambda: string;
      median: string;
      worst: string;
    }>(
      'With λ = {lambda}, after {products, plural, one {# product} other {# products}}, {median}% of what was to be solved for is left (median of {tasks} held-out tasks; {worst}% in the worst).',
    ),
    enough: 'That is under 1% in every task.',
    tooLittle: 'In some task that is 1% or more: more products, or a larger λ, leave less.',
    left: 'What is left to be solved for',
    share: 'share of it',
    products: 'Hessian-vector products',
    median: 'median',
    worst: 'worst task',
    over: message<{ tasks: number }>('{tasks} held-out tasks'),
    held: 'Held by one outer step, thousand bytes',
    steps: 'Inner steps',
    heldFoot:
      'Measured on this engine, with 20 tasks. MAML holds every step until it has come back through it; implicit MAML none.',
  },
  gates: {
    title: 'Meta-learner LSTM: its gates, step by step',
    lead: message<{ numbers: number }>(
      'A forget gate says how much of a weight is kept, an input gate how far it goes down its gradient. All weights share the {numbers, number} numbers by which gates read: what differs here comes from gradients, losses and weights alone.',
    ),
    absent: 'The meta-learner LSTM takes no part in this run: it has no gates to look at.',
    kept: message<{ first: string; later: string }>(
      'Forget gates: {first} at the first update, at least {later} later.',
    ),
    keptOnce: message<{ first: string }>('Forget gates: {first} at the one update.'),
    taken: message<{ least: string; leastLayer: number; most: string; mostLayer: number }>(
      'Input gates: {least} in layer {leastLayer, number}, {most} in layer {mostLayer, number}.',
    ),
    input: 'Input gate i',
    forget: 'Forget gate f',
    lost: 'What a weight loses, 1 − f',
    inputFoot: 'Mean and standard deviation within the layer; darker is larger, from 0.001 to 0.1.',
    lostFoot: 'Mean and standard deviation within the layer; darker is larger, from 10⁻⁶ to 0.1.',
    step: message<{ k: number }>('step {k, number}'),
    layer: message<{ layer: number }>('layer {layer, number}'),
    layerColumn: 'layer',
    taskColumn: 'task',
    update: 'update',
    single: 'One weight of each layer, on many tasks',
    singleLead:
      'The figure of the paper. Curves on top of one another are a schedule, the same for every task; a fan means that the gates react to the task.',
    others: 'Other weights',
    inputOne: 'Input gates of these weights',
    forgetOne: 'Forget gates of these weights',
    ofTasks: message<{ tasks: string }>('{tasks} held-out tasks'),
    weight: message<{ layer: number; place: string }>('layer {layer, number}, weight {place}'),
    over: message<{ tasks: number }>(
      'Means are over {tasks, number} held-out tasks and all weights of a layer, biases too.',
    ),
    judged: {
      own: 'The plot and the loss curve above show it by its own steps.',
      descent:
        'The plot and the loss curve above show its start c₀ alone, under the gradient descent of the others at rate α. Its gates go less far where gradients are large, and α does not: a smaller α may suit that start better. The gates below are of its own steps.',
    },
    partsTitle: 'Decay or descent',
    decay: 'part of decay',
    partsColumns: ['layer', 'step', 'length of decay', 'length of descent', 'part of decay'],
    partsLead:
      'Δθ = (f − 1) θ − i g. The first term draws weights towards 0, the second goes down the gradient. A bar is both lengths together, over the weights of a layer: decay from below, descent the pale rest.',
    mostDecay: message<{ share: string; layer: number; k: number }>(
      'Decay is at most {share} of a step: in layer {layer, number}, at step {k, number}.',
    ),
    against: 'Input gate against gradient',
    gradient: 'gradient g',
    atStep: 'At step',
    againstColumns: [
      'layer',
      'step',
      'gradient g',
      'input gate, geometric mean',
      'spread as a factor',
      'gates',
    ],
    reach: message<{
      k: number;
      layer: number;
      least: string;
      most: string;
      atLeast: string;
      atMost: string;
    }>(
      'At step {k, number} the size of a gradient counts most in layer {layer, number}: the gate goes from {least}, near g = {atLeast}, to {most}, near {atMost}.',
    ),
    againstLead:
      'What the gates of a layer make of a gradient of this size and sign: their geometric mean, in a band that reaches as far either way as their logarithms deviate. If the gradient alone decided, the curves of all layers would be one line and no band would have a width; the rest comes from the loss, the weight and the gate’s own past.',
    zeros: message<{ share: string }>(
      'Gradients of 0 ({share} of all, a mean over layers), and of sizes that hardly occur, have no place in it.',
    ),
  },
  bayes: {
    title: 'Bayes, who knows the family',
    lead: 'It has practised nothing. It is told what tasks are, the ranges of amplitude and phase and how large the noise is, and works out from the points which waves are still possible. Drag a point.',
    onlyWaves: 'It is worked out for sinusoids only.',
    plot: 'What it believes',
    name: 'Bayes',
    mean: 'Bayes, mean',
    low: 'Bayes, mean − sd',
    high: 'Bayes, mean + sd',
    points: 'Points',
    pointsAt: message<{ count: number }>('{count, plural, one {# point} other {# points}}'),
    noise: 'Noise that it reckons with',
    noiseAt: message<{ noise: string }>('standard deviation {noise}'),
    seen: message<{ count: number; bayes: string; said: string }>(
      'After {count, plural, one {# point} other {# points}} Bayes is {bayes} off, and says {said} itself: mean squared errors over the inputs of this task.',
    ),
    beside: message<{ label: string; steps: number; loss: string }>(
      '{label} is {loss} off, after {steps, plural, one {# step} other {# steps}}.',
    ),
    against: 'Loss against number of points',
    key: 'The band is one standard deviation on either side of the mean; thin lines are waves drawn from what is believed.',
    count: 'points',
    loss: 'squared error',
    said: 'Bayes, as it says itself',
    over: message<{ tasks: number; steps: number; noise: string }>(
      '{tasks} held-out tasks, against the waves themselves; contenders after {steps, plural, one {# step} other {# steps}}; noise {noise}.',
    ),
  },
};
