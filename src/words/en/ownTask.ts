/** The words of a task of one's own in the regression lab. */

import { message } from '../message';

export const ownTask = {
  title: 'Your own task',
  close: 'Done',
  way: 'How it is given',
  ways: { formula: 'Formula', drawn: 'Drawing', points: 'Points' },
  /** What it is called where it is in sight. */
  formulaName: message<{ formula: string }>('y = {formula}'),
  drawnName: 'Your drawing',
  pointsName: 'Your points',
  back: 'Back to your own task',
  verdict: {
    inside: message<{ task: string }>('It belongs to the training family: {task}.'),
    ranges: message<{ task: string; nearest: string; off: string }>(
      'It lies outside the training family, whose ranges do not reach {task}: the nearest there ({nearest}) is off by {off} RMS.',
    ),
    outside: message<{ family: string; nearest: string; off: string }>(
      'It lies outside the training family: the nearest {family, select, cubic {cubic} other {sinusoid}} there ({nearest}) is off by {off} RMS.',
    ),
    few: message<{ share: string; most: string }>(
      'It has a value within ±{most} at only {share} of the inputs of training: too few to tell whether it belongs to the family.',
    ),
    part: message<{ share: string; most: string }>(
      'Judged where it has a value within ±{most}: at {share} of the inputs of training.',
    ),
    nowhere: 'It has no value at any input of training.',
    apart: message<{ all: number }>(
      '{all, plural, one {Its one point lies} other {All its # points lie}} outside the inputs of training: there is nothing to judge it by.',
    ),
    others: message<{ count: number }>(
      'Its loss is taken at its other {count, plural, one {point} other {# points}}.',
    ),
    themselves: message<{ count: number }>(
      'Its loss is taken at {count, plural, one {its one point itself, which contenders adapt to} other {its # points themselves, which contenders adapt to}}.',
    ),
    /** Between two sentences. */
    between: ' ',
    inputs: message<{ beyond: number; of: number; low: string; high: string }>(
      '{beyond, number} of its {of, plural, one {# point} other {# points}} {beyond, plural, one {lies} other {lie}} outside the inputs of training, {low} to {high}.',
    ),
  },
  formula: {
    label: 'y =',
    name: 'Formula in x',
    show: 'Show',
    examples: 'For example',
    help: message<{ functions: string; most: number }>(
      'Numbers, x, pi, e, + − * / ^, brackets, and {functions}. At most {most, number} characters.',
    ),
    gaps: message<{ x: string }>(
      'It has no value at some inputs, such as x = {x}: nothing is drawn or judged there.',
    ),
    far: message<{ x: string; most: string }>(
      'It goes beyond ±{most} at some inputs, such as x = {x}: nothing is drawn or judged there.',
    ),
    still: message<{ task: string }>('{task} is still in sight.'),
  },
  drawn: {
    lead: 'Press the button, then draw over the plot: from left to right, or a part of it anew. The points follow the curve.',
    begin: 'Draw on the plot',
    end: 'End drawing',
    flat: 'Begin with a flat line',
    pad: 'Your curve',
    role: 'curve that is drawn',
    help: 'Left and right arrows move along x, up and down arrows bend the curve there, with Shift in larger steps. Enter ends, Escape takes back what was drawn.',
    place: message<{ x: string; y: string }>('x {x}, y {y}'),
    kept: 'The address keeps it: a reload or a copied link shows it again.',
  },
  points: {
    drop: 'Drop a file of points here, or',
    choose: 'choose one…',
    file: 'A file of points',
    help: message<{ most: number; support: number; megabytes: number }>(
      'Two columns, x and y; a heading is skipped. Commas, semicolons or tabs between, and after the last two also decimal commas. At most {most, number} lines and {megabytes, number} MB. The first {support, number} are support points.',
    ),
    read: message<{ file: string; count: number }>(
      '{file}: {count, plural, one {# point} other {# points}}, all of them support.',
    ),
    readMore: message<{ file: string; count: number; support: number }>(
      '{file}: {count, plural, one {# point} other {# points}}. The first {support, number} are support points, and the line through all is what is to be learned.',
    ),
    unkept:
      'These are too many for an address: to see them again after a reload, open the file again.',
    save: 'Save the points in sight',
  },
  /** Why something is no task; those of formulas count characters from 1. */
  problems: {
    empty: 'Type a formula in x.',
    long: message<{ most: number }>('It is too long: at most {most, number} characters.'),
    deep: message<{ most: number }>(
      'Its brackets are too deep: at most {most, number}, one in another.',
    ),
    character: message<{ at: number; text: string }>(
      'Character {at, number}: “{text}” has no meaning here.',
    ),
    name: message<{ at: number; text: string }>(
      'Character {at, number}: “{text}” is not known here. The variable is x.',
    ),
    call: message<{ at: number; text: string }>(
      'Character {at, number}: after “{text}” a bracket is missing, as in {text}(x).',
    ),
    unexpected: message<{ at: number; text: string }>(
      'Character {at, number}: “{text}” cannot stand there.',
    ),
    unclosed: message<{ at: number }>('Character {at, number}: this bracket is not closed.'),
    unopened: message<{ at: number }>('Character {at, number}: this bracket was not opened.'),
    ends: 'It ends too early: something is missing at its end.',
    arguments: message<{ text: string; count: number }>(
      '{text} takes {count, plural, one {one value} other {# values}}, with commas between.',
    ),
    nowhere: 'It has no value at any input in sight.',
    drawing: 'The drawing in the address is damaged.',
    points: 'The points in the address are damaged.',
    missing: message<{ file: string }>(
      'The points of {file} were too many for an address: open the file again.',
    ),
  },
  /** Why a file has no points. */
  files: {
    none: 'There is no point in it.',
    large: message<{ most: number }>('It is too large: at most {most, number} MB.'),
    many: message<{ most: number }>('It has too many points: at most {most, number}.'),
    numbers: message<{ line: number; text: string }>('Line {line, number}: “{text}” is no number.'),
    infinite: message<{ line: number; text: string }>(
      'Line {line, number}: “{text}” is not a finite number.',
    ),
    far: message<{ line: number; most: number }>(
      'Line {line, number}: a number is beyond ±{most, number}.',
    ),
    columns: message<{ line: number; count: number }>(
      'Line {line, number} has {count, plural, one {# column} other {# columns}}, not two.',
    ),
    unread: 'It cannot be read.',
  },
  refused: message<{ file: string; why: string }>('{file}: {why}'),
  /** Of an address. */
  notShown: message<{ task: string }>(
    'The task of your own in the address, “{task}”, cannot be shown.',
  ),
  instead: message<{ why: string }>('{why} A held-out task stands in its place.'),
};
