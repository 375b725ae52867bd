/** What the regression lab says of the best that is possible on held-out tasks. */

import { message } from '../message';

export const limit = {
  rule: message<{ shots: number; value: string }>(
    'best possible from {shots, plural, one {# point} other {# points}} {value}',
  ),
  term: 'best possible',
  about: message<{ shots: number; value: string; tasks: string; why: string }>(
    'From {shots, plural, one {# point} other {# points}} of each of these {tasks} held-out tasks: {value}, the loss of Bayes, who knows the family that they are drawn from. Nobody can expect less on it; of other families it says nothing. {why}',
  ),
  noisy: message<{ noise: string }>(
    '{noise} of it is the noise of the query points themselves, which nobody can know.',
  ),
  determined: message<{ enough: number; task: string }>(
    'It is nearly zero as there is no noise: {enough} points determine {task, select, cubic {a cubic} other {nearly every sinusoid}}.',
  ),
  open: 'There is no noise, but so few points leave more than one task possible.',
};
