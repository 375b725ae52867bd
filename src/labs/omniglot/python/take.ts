/** The Omniglot lab in sight, for Python. */

import { loadCharacters } from '../../../characters/characters';
import { perSpec } from '../../kit/perSpec';
import type { TakeOf } from '../../kit/python/take';
import type { OmniglotLab } from '../lab';
import { granted } from '../methods/kinds';
import { LEAST_CHARACTERS } from '../methods/sharedFields';
import { stamped } from '../stamped';
import { fittingRecipe, scripted } from './generate';
import { heldOutOf, tensorsOf } from './weights';

/** The state changes all along in training, the settings do not. */
const recipes = perSpec(fittingRecipe);

export const takeOf: TakeOf = (any) => {
  const lab = any as unknown as OmniglotLab;
  const state = lab.store.getState();
  const { running, answers } = state;
  const { accuracy } = answers;
  const isWhole = accuracy?.complete ?? false;
  const { recipe, leftOut } = recipes(running);
  const has = scripted(running.methods);
  return {
    name: 'omniglot',
    beside: { packages: 'pillow', data: 'images_background' },
    recipe: has.length > 0 ? recipe : null,
    leftOut,
    without: running.methods.filter((name) => !has.includes(name)),
    figures: Object.entries(isWhole ? accuracy!.methods : {}).map(([method, { mean, ci95 }]) => ({
      ...{ method, steps: null, median: null },
      mean: 100 * mean,
      ci95: 100 * ci95,
    })),
    iteration: isWhole ? accuracy!.iteration : null,
    beforehand: stamped.beforehand!(state),
    async weights() {
      const snapshot = lab.snapshot();
      if (snapshot === null) return null;
      const characters = await loadCharacters(running.characters, LEAST_CHARACTERS);
      const { glyphs } = granted(characters, running);
      return { ...tensorsOf(snapshot, running, glyphs), ...heldOutOf(running, glyphs) };
    },
  };
};
