import { beforeAll, describe, expect, it } from 'vitest';
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
    ['shots=abc', 'shots is “abc”; it must be a whole number from 1 to 100: using 10'],
    ['innerRate=3', 'innerRate is “3”; it must be a number from 0.0001 to 1: using 0.01'],
    [
      'phase=2,1',
      'phase is “2,1”; it must be two numbers from -10 to 10, the lower first: using 0,pi',
    ],
    [
      'hidden=40,40,40,40',
      'hidden is “40,40,40,40”; it must be 1 to 3 whole numbers from 1 to 256, with commas between: using 40,40',
    ],
    ['optimizer=lbfgs', 'optimizer is “lbfgs”; it must be one of sgd, adam: using adam'],
    ['contenders=', 'contenders is “”; it must be one or more of sgd, adam: using sgd,adam'],
    ['start=1', 'start is “1”; it must be a point x:y: using that of the task'],
    ['shot=5', 'there is no setting “shot”'],
    ['shots={x}<b>', 'shots is “{x}<b>”; it must be a whole number from 1 to 100: using 10'],
  ])('is said with its value, its limits and what is used: %s', (text, sentence) => {
    const params = new URLSearchParams(text);
    const { problems } = decodeSpec(fields, defaults, params);
    const all = [...problems, ...unknownIn(params, fields)];
    expect(all.map((problem) => problemText(words(), problem))).toEqual([sentence]);
  });
});
