/** Settings that every lab has, in the same words. */

import { engines } from '../compute/catalogue';
import { engineNames } from '../compute/engine';
import { choice, seed } from '../spec/field';

export const commonFields = {
  seed: seed({ label: 'Seed', help: 'The same seed and engine give the same run.' }),
  engine: choice(
    [
      { value: 'auto', label: 'Automatic' },
      ...engineNames.map((value) => ({ value, label: engines[value].label })),
    ],
    { label: 'Engine', help: 'What computes. Automatic takes the fastest on this device.' },
  ),
};
