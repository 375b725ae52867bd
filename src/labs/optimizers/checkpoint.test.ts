import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stream } from '../../math/rng';
import { coordinatewiseCount, initialiseCoordinatewise } from '../../networks/coordinatewise';
import { FileError } from '../kit/checkpointFile';
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

  it('of before are read', () => {
    const shipped = readFileSync(
      new URL('../../../public/checkpoints/lstm-quadratic.json', import.meta.url),
      'utf8',
    );
    const { network: found, phi, iteration } = parseCheckpoint(shipped);
    expect(found.hidden).toEqual([20, 20]);
    expect(phi).toHaveLength(coordinatewiseCount(found));
    expect(iteration).toBeGreaterThan(0);
  });

  it.each([
    ['not JSON', 'hello', { code: 'not-json' }],
    ['cut off', text.slice(0, 200), { code: 'not-json' }],
    ['another kind of file', '{"weights": []}', { code: 'other-format' }],
    ['nothing', 'null', { code: 'other-format' }],
    ['a field is missing', changed({ network: undefined }), { field: 'network' }],
    [
      'a network out of bounds',
      changed({ network: { ...network, hidden: [9999] } }),
      { code: 'too-much', field: 'network.hidden.0', value: 9999, limit: 64 },
    ],
    [
      'more than a setting can be',
      changed({ network: { ...network, outputScale: 50 } }),
      { code: 'too-much', field: 'network.outputScale', value: 50, limit: 1 },
    ],
    [
      'less than a setting can be',
      changed({ network: { ...network, outputScale: 0 } }),
      { code: 'too-little', field: 'network.outputScale', value: 0, limit: 0.001 },
    ],
    ['an age below none', changed({ iteration: -1 }), { code: 'too-little', field: 'iteration' }],
    [
      'more layers than there can be',
      changed({ network: { ...network, hidden: [4, 4, 4, 4] } }),
      { code: 'bad-field', field: 'network.hidden' },
    ],
    ['too few parameters', changed({ phi: btoa('12345678') }), { code: 'other-length', found: 2 }],
    ['not base 64', changed({ phi: '***' }), { code: 'not-base64' }],
    [
      'parameters that are no numbers',
      formatCheckpoint({ ...checkpoint, phi: checkpoint.phi.map(() => Number.NaN) }),
      { code: 'not-finite' },
    ],
  ])('are refused with a reason: %s', (_, damaged, fault) => {
    const refused = () => parseCheckpoint(damaged);
    expect(refused).toThrow(FileError);
    expect(refused).toThrow(expect.objectContaining({ fault: expect.objectContaining(fault) }));
  });
});
