/** The words of what there is to see in the regression lab once its contenders have learned, or run away. */

import { message } from '../message';

export const seen = {
  away: message<{ name: string; step: number; count: string; tasks: string }>(
    '{name} runs away as it adapts: after {step, plural, one {one step} other {# steps}} on {count} of {tasks} held-out tasks.',
  ),
  lower: message<{ rates: string }>('Lower {rates}.'),
  ranAwayOn: message<{ name: string; count: string; median: string }>(
    '{name} on {count} (median of all {median})',
  ),
  ranAway: message<{ list: string; tasks: string; steps: number; rates: string }>(
    'After {steps, plural, one {one step} other {# steps}} some have run away, of {tasks} held-out tasks: {list}. Means are of the others. Fewer steps keep them, or a smaller {rates}.',
  ),
  maml: 'Before adapting, MAML is no better than the others. One gradient step changes that.',
  joint:
    'Joint pre-training has found the average task, and weights that a few steps do not lead away from it.',
  metasgd:
    'Meta-SGD is trained for as many steps as MAML, and best after just those: past them its learned rates carry it away. Move <i>Gradient steps</i> and watch.',
};
