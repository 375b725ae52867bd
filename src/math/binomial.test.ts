import { expect, it } from 'vitest';
import { exactInterval } from './binomial';

// As R's binom.test has them.
it.each([
  [8, 400, 0.0087, 0.039],
  [7, 400, 0.0071, 0.0357],
  [2, 20, 0.0123, 0.317],
  [0, 20, 0, 0.1684],
  [20, 20, 0.8316, 1],
  [570, 4000, 0.1318, 0.1537],
])('%i of %i', (successes, trials, low, high) => {
  const interval = exactInterval(successes, trials);
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});
