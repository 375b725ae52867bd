/** The labs on the page. To add one: a folder, a name, a line here, and a line in experiments.ts. */

import { type ComponentType, lazy } from 'react';
import { type Area, loadWords } from '../words/words';
import type { LabViewProps } from './kit/LabFrame';
import type { LabName } from './names';

type View = ComponentType<LabViewProps>;

/** A view that is loaded when it is opened, with the words that it says. */
const withWords = (areas: readonly Area[], load: () => Promise<View>) =>
  lazy(async () => {
    const [view] = await Promise.all([load(), loadWords('contenders', ...areas)]);
    return { default: view };
  });

export const views: Record<LabName, View> = {
  regression: withWords(
    ['regression'],
    async () => (await import('./regression/RegressionLab')).RegressionLabView,
  ),
  optimizers: withWords(
    ['optimizers'],
    async () => (await import('./optimizers/OptimizerLab')).OptimizerLabView,
  ),
  omniglot: withWords(
    ['omniglot', 'characters'],
    async () => (await import('./omniglot/OmniglotLab')).OmniglotLabView,
  ),
};
