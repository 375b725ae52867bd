/** The labs on the page. To add one: a folder, a name, a line here, and a line in experiments.ts. */

import { type ComponentType, lazy } from 'react';
import { load } from '../compute/fault';
import { type Area, loadWords } from '../words/words';
import type { LabViewProps } from './kit/LabFrame';
import { labWords } from './labWords';
import type { LabName } from './names';
import { missingSheets } from './sheets';

type View = ComponentType<LabViewProps>;

/** A view that is loaded when it is opened, with the words that it says. What failed is loaded anew when asked for again. */
export function withWords(areas: readonly Area[], view: () => Promise<View>): () => View {
  let opened: View | null = null;
  const open = async () => {
    const [found] = await Promise.all([view(), loadWords('contenders', ...areas), missingSheets()]);
    return { default: found };
  };
  const close = (error: unknown): never => {
    opened = null;
    throw error;
  };
  return () => {
    opened ??= lazy(() => load(open).catch(close));
    return opened;
  };
}

/** The view of each place that is no page above the labs; it may be another one after one that could not be loaded. */
export const views: Record<LabName | 'root', () => View> = {
  root: withWords(['root'], async () => (await import('./RootPage')).RootPage),
  regression: withWords(
    labWords.regression,
    async () => (await import('./regression/RegressionLab')).RegressionLabView,
  ),
  optimizers: withWords(
    labWords.optimizers,
    async () => (await import('./optimizers/OptimizerLab')).OptimizerLabView,
  ),
  omniglot: withWords(
    labWords.omniglot,
    async () => (await import('./omniglot/OmniglotLab')).OmniglotLabView,
  ),
  memory: withWords(
    labWords.memory,
    async () => (await import('./memory/MemoryLab')).MemoryLabView,
  ),
};
