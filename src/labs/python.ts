/** The labs in Python, those that can be taken there, each loaded when it is wanted. To add one: a folder `python` in the lab, and a line here. */

import type { TakeOf } from './kit/python/take';
import type { LabName } from './names';

export const python: Readonly<Partial<Record<LabName, () => Promise<TakeOf>>>> = {
  regression: async () => (await import('./regression/python/take')).takeOf,
  optimizers: async () => (await import('./optimizers/python/take')).takeOf,
  omniglot: async () => (await import('./omniglot/python/take')).takeOf,
  memory: async () => (await import('./memory/python/take')).takeOf,
};
