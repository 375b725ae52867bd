/** What is said of settings that cannot be used as they were written. Loaded when there is one. */

import { message } from '../message';

export const spec = {
  bad: message<{ count: number }>(
    'The address has {count, plural, one {a value} other {values}} that cannot be used.',
  ),
  /** After the sentences that stand below. */
  more: message<{ more: number }>('And {more} more.'),
  value: message<{ field: string; value: string; wanted: string; used: string }>(
    'The setting {field} is “{value}”; it must be {wanted}: using {used}.',
  ),
  ambiguous: message<{ field: string; value: string; readings: string; used: string }>(
    'The setting {field} is “{value}”, which may mean {readings}: write it so; using {used}.',
  ),
  items: message<{ field: string; value: string }>(
    'Of {field} the rest is kept, without “{value}”.',
  ),
  extra: message<{ field: string; value: string }>(
    'What stands around {field} is left out: “{value}”.',
  ),
  cut: message<{ field: string; value: string }>(
    'The address has lost its end: “{value}” of {field} may be half of something and is left out, as is what came after it.',
  ),
  unknown: message<{ field: string }>('There is no setting “{field}”.'),
  preset: message<{ value: string; options: string; used: string }>(
    'The preset is “{value}”; it must be one of {options}: using {used}.',
  ),
  must: message<{ wanted: string }>('It must be {wanted}.'),
  /** Of a text that was typed. */
  uncertain: message<{ count: number; value: string; readings: string }>(
    '“{value}” {count, plural, one {may mean {readings}: write it so.} other {can mean {readings}. Write one of these.}}',
  ),
  or: ' or ',
  nothing: 'that of the task',
  wanted: {
    number: message<{ min: string; max: string }>('a number from {min} to {max}'),
    integer: message<{ min: string; max: string }>('a whole number from {min} to {max}'),
    range: message<{ min: string; max: string }>(
      'two numbers from {min} to {max}, the lower first',
    ),
    choice: message<{ options: string }>('one of {options}'),
    selection: message<{ options: string }>('one or more of {options}'),
    integers: message<{ most: number; min: string; max: string }>(
      '1 to {most} whole numbers from {min} to {max}, with commas between',
    ),
    point: 'a point x:y',
    points: message<{ most: number }>('up to {most} pairs x:y with commas between'),
    text: 'as this page writes it',
  },
  unknownLab: message<{ lab: string; shown: string }>(
    'There is no lab “{lab}”; this is the {shown} lab.',
  ),
  unknownLabHint: message<{ labs: string }>('Labs: {labs}.'),
};
