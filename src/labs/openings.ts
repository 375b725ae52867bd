/** Labs without their pages: what an address says, and a lab that nobody looks at. To add one: a line here. */

import { type Address, type AddressForm, decodeAddress } from '../spec/address';
import type { Fields } from '../spec/field';
import { loadWords } from '../words/words';
import type { Open } from './kit/LabFrame';
import { labWords } from './labWords';
import type { LabName } from './names';

interface Opening {
  /** The settings that an address says, and what they are. */
  read(
    params: URLSearchParams,
  ): Promise<Pick<Address<Fields, Fields>, 'spec'> & { readonly fields: Fields }>;
  open(
    params: URLSearchParams,
    createWorker: () => Worker,
    aside: string,
  ): Promise<ReturnType<Open>['lab']>;
}

const openingOf = (
  name: LabName,
  load: () => Promise<{ readonly form: unknown; readonly open: Open }>,
): Opening => ({
  async read(params) {
    const form = (await load()).form as AddressForm<Fields, Fields, string>;
    return { spec: decodeAddress(form, params).address.spec, fields: form.fields };
  },
  async open(params, createWorker, aside) {
    // What it begins from, and what it may lack, is said on whatever page is open.
    const [{ open }] = await Promise.all([load(), loadWords('contenders', ...labWords[name])]);
    return open(params, createWorker, aside).lab;
  },
});

// The page's own parts: what is loaded here is there already, or will be.
export const openings: Record<LabName, Opening> = {
  regression: openingOf('regression', () => import('./regression/RegressionLab')),
  optimizers: openingOf('optimizers', () => import('./optimizers/OptimizerLab')),
  omniglot: openingOf('omniglot', () => import('./omniglot/OmniglotLab')),
  memory: openingOf('memory', () => import('./memory/MemoryLab')),
};
