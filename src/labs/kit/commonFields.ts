/** Settings that every lab has; their words are the frame's. */

import { engineNames } from '../../compute/engine';
import { choice, seed } from '../../spec/field';

export const commonFields = {
  seed: seed({ work: false, preset: 'keeps' }),
  engine: choice(['auto', ...engineNames], { work: false, preset: 'keeps' }),
};
