/** Files of something trained: what is shipped, and why one cannot be used. */

import { message } from '../message';

export const files = {
  'not-json': 'the file is damaged: it is not JSON',
  'other-format': message<{ format: string }>(
    'the file is not a checkpoint of this lab: its format is not “{format}”',
  ),
  'bad-field': message<{ field: string }>('the file is damaged: {field} is not as it must be'),
  'too-much': message<{ field: string; value: number; limit: number }>(
    '{field} is {value, number} in the file, and can be {limit, number} at most',
  ),
  'too-little': message<{ field: string; value: number; limit: number }>(
    '{field} is {value, number} in the file, and must be {limit, number} at least',
  ),
  'not-base64': 'the file is damaged: its weights are not in base 64',
  'other-length': message<{ found: number; wanted: number }>(
    'the file is damaged: it holds {found, plural, one {# number} other {# numbers}}, and its network has {wanted, number}',
  ),
  'not-finite': 'the file is damaged: not all of its weights are numbers',
  'too-large': message<{ size: number; most: number }>(
    'the file has {size, number} MB, and none of this lab has more than {most}',
  ),
  unreachable: message<{ file: string; status: number }>('{file}: {status}'),
  /** What was trained beforehand, and is shipped. */
  trained: {
    beforehand: message<{ count: number }>(
      '{count, plural, one {One method} other {# methods}} trained beforehand',
    ),
    about: message<{
      name: string;
      iterations: string;
      date: string;
      command: string;
      own: string;
    }>('{name}: {iterations} meta-iterations, {date}, <code>{command}</code>{own}'),
    fromScratch: 'Begin from scratch',
    untrained: 'Some methods begin untrained.',
    /** Beside its name. */
    alone: 'begins untrained',
    problem: message<{ name: string; why: string }>('{name}: {why}'),
    none: 'it is not shipped trained',
    noneForWays: message<{ ways: number }>(
      'none was trained for {ways, plural, one {# way} other {# ways}}',
    ),
    otherNetwork: 'it was trained with another network',
  },
};
