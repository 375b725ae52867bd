/** What the regression lab says of contenders that read the support points at once, and answer with mean and spread. */

import { message } from '../message';

export const reading = {
  title: 'How sure are they?',
  lead: message<{ names: string; count: number }>(
    '{names} {count, plural, one {reads} other {read}} the support points at once: no inner loop, no step. So the curve is the same at every step, and the loss a level line. The band is the mean ± σ: if {count, plural, one {it is} other {they are}} as sure as {count, plural, one {it} other {they}} should be, 68% of new points lie within.',
  ),
  caption: message<{ tasks: string }>('Query points of {tasks} held-out tasks within its bands'),
  columns: {
    method: 'Method',
    half: 'band of 50%',
    most: 'band of 90%',
    residual: 'off at the support points in sight',
  },
  /** A column of the numbers of the loss curve. */
  within: message<{ name: string; share: string }>(
    '{name}, query points within its band of {share}',
  ),
  note: 'Fewer than 50% and 90%: too sure of itself. More: less sure than it could be.',
  /** Of networks. */
  least: 'No σ of a neural process is under 0.1, so without noise that is where a good one ends.',
  /** Of Bayes. */
  told: 'Bayes is as sure as it should be on tasks of its family; without noise it reckons with 0.0001, and its bands hold nearly everything.',
  between: ' ',
};
