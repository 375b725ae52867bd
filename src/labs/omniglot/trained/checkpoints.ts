/** The trained methods that are shipped, and which of them serve which settings. */

import type { SavedState } from '../../../contenders/state';
import { shippedText } from '../../kit/checkpointFile';
import { shippedAlphabets } from '../alphabet/shipped';
import type { OmniglotSpec } from '../fields';
import { fitsAnyWays } from '../methods/method';
import { isTrained, type MethodName, trainingOf } from '../methods/registry';
import { type About, type Checkpoint, parseCheckpoint } from './checkpoint';

type Kind = Pick<OmniglotSpec, 'ways' | 'shots'>;

/** The name of the file, in public/checkpoints, without its ending: a body serves any ways and shots. */
export const checkpointName = (method: MethodName, { ways, shots }: Kind): string =>
  fitsAnyWays(trainingOf(method))
    ? `omniglot-${method}`
    : `omniglot-${method}-${ways}way-${shots}shot`;

/** The shipped file that comes nearest to the settings, or null: ways must be the same. */
export function nearestShipped(method: MethodName, { ways, shots }: Kind): string | null {
  const { shipped = [] } = trainingOf(method) ?? {};
  const distance = (kind: { readonly shots?: number }) => Math.abs((kind.shots ?? shots) - shots);
  const [best] = shipped
    .filter((kind) => (kind.ways ?? ways) === ways)
    .toSorted((a, b) => distance(a) - distance(b));
  return best === undefined ? null : checkpointName(method, { ways, shots: best.shots ?? shots });
}

/** Why a method begins untrained. */
export interface Missing {
  readonly method: MethodName;
  /** `none`: none is shipped; `ways`: none for so many; `network`: it was trained with another; `split`: on what is tested; otherwise what is wrong with its file. */
  readonly why: 'none' | 'ways' | 'network' | 'split' | { readonly error: unknown };
}

export interface Fetched {
  readonly methods: Partial<Record<MethodName, SavedState>>;
  readonly about: Partial<Record<MethodName, About>>;
  readonly missing: readonly Missing[];
}

/** The trained methods for the settings; what could not be had is said, and begins untrained. */
export async function fetchCheckpoints(spec: OmniglotSpec): Promise<Fetched> {
  const trained = spec.methods.filter(isTrained);
  const found = await Promise.all(trained.map((method) => fetchFor(method, spec)));
  const methods: Partial<Record<MethodName, SavedState>> = {};
  const about: Partial<Record<MethodName, About>> = {};
  const missing: Missing[] = [];
  for (const one of found) {
    if ('why' in one) missing.push(one);
    else {
      const { state, ...rest } = one;
      methods[one.method] = state;
      about[one.method] = rest;
    }
  }
  return { methods, about, missing };
}

async function fetchFor(method: MethodName, spec: OmniglotSpec): Promise<Checkpoint | Missing> {
  if (method === 'alphabet') return fetchAlphabets(spec);
  if (spec.split === 'alphabets' && spec.characters === 'omniglot') return { method, why: 'split' };
  const name = nearestShipped(method, spec);
  if (name === null) {
    const { shipped = [] } = trainingOf(method) ?? {};
    return { method, why: shipped.length === 0 ? 'none' : 'ways' };
  }
  try {
    const checkpoint = parseCheckpoint(await shippedText(name));
    const { network, filters, pooling } = checkpoint.network;
    const fits =
      network === spec.network &&
      (network === 'dense' || (filters === spec.filters && pooling === spec.pooling));
    return fits ? checkpoint : { method, why: 'network' };
  } catch (error) {
    return { method, why: { error } };
  }
}

/** The network of alphabets that has seen nothing of what is tested. */
async function fetchAlphabets(spec: OmniglotSpec): Promise<Checkpoint | Missing> {
  const method = 'alphabet';
  const { characters, split, network, filters, pooling, ways, shots } = spec;
  if (characters === 'omniglot' && split === 'characters') return { method, why: 'split' };
  try {
    const file = await shippedAlphabets(characters === 'omniglot' ? 'held-back' : 'all');
    if (file.widths !== spec.alphabetWidths) return { method, why: 'network' };
    const { widths: _, heldBack: __, theta, statistics, ...about } = file;
    const weights = { theta, mean: theta, statistics };
    const shape = { network: { network, filters, pooling }, ways, shots };
    return { method, ...shape, ...about, state: { weights, moments: {} } };
  } catch (error) {
    return { method, why: { error } };
  }
}
