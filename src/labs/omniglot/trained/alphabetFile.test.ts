import { expect, it } from 'vitest';
import { stream } from '../../../math/rng';
import { parameterShapes } from '../../../networks/network';
import { FileError } from '../../kit/checkpointFile';
import { statisticsCount } from '../../kit/embedding/frozen';
import { alphabetBody, alphabetWeights } from '../alphabet/network';
import { formatAlphabets, parseAlphabets } from './alphabetFile';

const widths = '16-32-64-128';
const about = {
  widths,
  seed: 1,
  iterations: 10,
  characters: '964 characters of 30 alphabets, normalised',
  heldBack: [],
  command: 'npm run reproduce -- omniglot-alphabet --all --seed 1',
  date: '2026-11-27',
} as const;
const random = stream(1, 'statistics');
const file = {
  ...about,
  heldBack: ['Korean'],
  theta: alphabetWeights(widths, 1),
  statistics: Float32Array.from({ length: statisticsCount(alphabetBody(widths)) }, () =>
    random.uniform(0.1, 2),
  ),
};
const bytes = formatAlphabets(file);

it('comes back within half a level of each channel, in at most 110 KB', () => {
  expect(bytes.length).toBeLessThan(110_000);
  const { theta, statistics, ...rest } = parseAlphabets(bytes);
  expect(rest).toEqual({ ...about, heldBack: ['Korean'] });
  file.statistics.forEach((value, i) => {
    expect(Math.abs(statistics[i]! - value)).toBeLessThan(2e-3);
  });
  for (const { role, rows, columns, offset } of parameterShapes(alphabetBody(widths)).flat()) {
    const own = file.theta.subarray(offset, offset + rows * columns);
    const most = Math.max(...own.map(Math.abs));
    const within = role === 'weights' ? (0.51 * most) / 127 : 2e-3 * most;
    own.forEach((value, i) => {
      expect(Math.abs(theta[offset + i]! - value)).toBeLessThanOrEqual(within + 1e-6);
    });
  }
});

it('refuses what is foreign, cut or changed', () => {
  const changed = bytes.slice();
  changed[5000]! ^= 1;
  for (const bad of [new Uint8Array(), bytes.slice(0, 4000), changed, bytes.slice(1)]) {
    expect(() => parseAlphabets(bad)).toThrow(FileError);
  }
});
