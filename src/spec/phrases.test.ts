import { beforeAll, describe, expect, it } from 'vitest';
import { say } from '../words/format';
import type { Message } from '../words/message';
import { loadWords, words } from '../words/words';
import { choice, integer, integerList, number, point, range, selection } from './field';
import { problemText } from './phrases';
import { decodeSpec, unknownIn } from './spec';

const fields = {
  shots: integer({ min: 1, max: 100 }),
  innerRate: number({ min: 0.0001, max: 1 }),
  phase: range({ min: -10, max: 10 }),
  hidden: integerList({ min: 1, max: 256, most: 3 }),
  optimizer: choice(['sgd', 'adam']),
  contenders: selection(['sgd', 'adam']),
  start: point(),
};
const defaults = {
  shots: 10,
  innerRate: 0.01,
  phase: [0, Math.PI],
  hidden: [40, 40],
  optimizer: 'adam',
  contenders: ['sgd', 'adam'],
  start: null,
} as const;

beforeAll(() => loadWords('spec'));

describe('what of an address cannot be used', () => {
  it.each([
    ['shots=abc', 'The setting shots is “abc”; it must be a whole number from 1 to 100: using 10.'],
    [
      'innerRate=3',
      'The setting innerRate is “3”; it must be a number from 0.0001 to 1: using 0.01.',
    ],
    [
      'phase=2,1',
      'The setting phase is “2,1”; it must be two numbers from -10 to 10, the lower first: using 0,pi.',
    ],
    [
      'hidden=40,40,40,40',
      'The setting hidden is “40,40,40,40”; it must be 1 to 3 whole numbers from 1 to 256, with commas between: using 40,40.',
    ],
    [
      'optimizer=lbfgs',
      'The setting optimizer is “lbfgs”; it must be one of sgd, adam: using adam.',
    ],
    [
      'contenders=',
      'The setting contenders is “”; it must be one or more of sgd, adam: using sgd,adam.',
    ],
    ['start=1', 'The setting start is “1”; it must be a point x:y: using that of the task.'],
    ['shot=5', 'There is no setting “shot”.'],
    [
      'shots={x}<b>',
      'The setting shots is “{x}<b>”; it must be a whole number from 1 to 100: using 10.',
    ],
  ])('is said with its value, its limits and what is used: %s', (text, sentence) => {
    const params = new URLSearchParams(text);
    const { problems } = decodeSpec(fields, defaults, params);
    const all = [...problems, ...unknownIn(params, fields)];
    expect(all.map((problem) => problemText(words(), problem))).toEqual([sentence]);
  });
});

it('is a sentence of its own, whatever it is about: with a capital and a full stop', () => {
  const { spec } = words();
  const heads = ['value', 'ambiguous', 'items', 'extra', 'cut', 'unknown', 'preset'] as const;
  const values = {
    field: 'shots',
    value: 'x',
    wanted: '5',
    used: '5',
    readings: '5',
    options: 'a',
  };
  for (const code of heads) {
    expect(say(spec[code] as Message<object>, values), code).toMatch(/^\p{Lu}.*\.$/u);
  }
});
