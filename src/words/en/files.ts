/** Why a file of something trained cannot be used. */

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
};
