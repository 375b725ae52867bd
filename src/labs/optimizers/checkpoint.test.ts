import { describe, expect, it } from 'vitest';
import { stream } from '../../math/rng';
import { initialiseCoordinatewise } from '../../networks/coordinatewise';
import { type Checkpoint, formatCheckpoint, parseCheckpoint } from './checkpoint';

const network = { preprocessing: 'log-sign' as const, hidden: [4, 3], outputScale: 0.1 };
const checkpoint: Checkpoint = {
  spec: { family: 'gaussian' },
  network,
  seed: 1,
  iteration: 500,
  command: 'npm run reproduce -- lstm-quadratic --seed 1',
  date: '2026-01-01',
  figures: { mean: 0.2 },
  phi: initialiseCoordinatewise(network, stream(1, 'init')),
};
const text = formatCheckpoint(checkpoint);
const changed = (change: object): string => JSON.stringify({ ...JSON.parse(text), ...change });

describe('checkpoints', () => {
  it('come back as they were, to the bit', () => {
    expect(parseCheckpoint(text)).toEqual(checkpoint);
  });

  it.each([
    ['not JSON', 'hello', 'it is not JSON'],
    ['cut off', text.slice(0, 200), 'it is not JSON'],
    ['another kind of file', '{"weights": []}', 'not a checkpoint of this lab'],
    ['nothing', 'null', 'not a checkpoint of this lab'],
    ['a field is missing', changed({ network: undefined }), 'network'],
    ['a network out of bounds', changed({ network: { ...network, hidden: [9999] } }), 'hidden'],
    ['too few parameters', changed({ phi: btoa('12345678') }), 'it holds 2 numbers'],
    ['not base 64', changed({ phi: '***' }), 'not in base 64'],
    [
      'parameters that are no numbers',
      formatCheckpoint({ ...checkpoint, phi: checkpoint.phi.map(() => Number.NaN) }),
      'not all of its weights are numbers',
    ],
  ])('are refused with a reason: %s', (_, damaged, reason) => {
    expect(() => parseCheckpoint(damaged)).toThrow(reason);
  });
});
