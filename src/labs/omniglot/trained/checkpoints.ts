/** The trained methods that are shipped, and which of them serve which settings. */

import { embeds } from '../methods/networks';
import type { Trained } from '../methods/training';
import { isTrained, methodLabels, type OmniglotSpec, type TrainedName } from '../spec';
import { type Checkpoint, parseCheckpoint } from './checkpoint';

/** Methods with a last layer are shipped for a number of ways, and for shots; those that embed serve any. */
export const shipped: readonly {
  readonly method: TrainedName;
  readonly ways?: number;
  readonly shots?: number;
}[] = [
  { method: 'maml', ways: 5, shots: 1 },
  { method: 'fomaml', ways: 5, shots: 1 },
  { method: 'reptile', ways: 5, shots: 1 },
  { method: 'prototypical' },
  { method: 'matching' },
  { method: 'joint' },
];

/** The name of the file, in public/checkpoints, without its ending. */
export const checkpointName = (method: TrainedName, ways: number, shots: number): string =>
  embeds(method) ? `omniglot-${method}` : `omniglot-${method}-${ways}way-${shots}shot`;

/** The shipped file that comes nearest to the settings, or null: ways must be the same. */
export function nearestShipped(
  method: TrainedName,
  { ways, shots }: Pick<OmniglotSpec, 'ways' | 'shots'>,
): string | null {
  const own = shipped.filter((s) => s.method === method && (s.ways ?? ways) === ways);
  const distance = (s: { readonly shots?: number }) => Math.abs((s.shots ?? shots) - shots);
  const [best] = own.toSorted((a, b) => distance(a) - distance(b));
  return best === undefined ? null : checkpointName(method, ways, best.shots ?? shots);
}

/** A checkpoint as where training begins. */
export const trainedOf = ({ theta, second, updates }: Checkpoint): Trained => ({
  theta,
  first: new Float32Array(),
  second: second ?? new Float32Array(),
  updates: second === null ? 0 : updates,
});

/** What a checkpoint says of itself. */
export type About = Omit<Checkpoint, 'theta' | 'second' | 'updates'>;

/** The trained methods for the settings; what could not be had is said, and begins untrained. */
export async function fetchCheckpoints(spec: OmniglotSpec): Promise<{
  readonly methods: Partial<Record<TrainedName, Trained>>;
  readonly about: Partial<Record<TrainedName, About>>;
  readonly problems: readonly string[];
}> {
  const methods: Partial<Record<TrainedName, Trained>> = {};
  const about: Partial<Record<TrainedName, About>> = {};
  const problems: string[] = [];
  await Promise.all(
    spec.methods.filter(isTrained).map(async (method) => {
      const label = methodLabels[method];
      const name = nearestShipped(method, spec);
      if (name === null) {
        problems.push(`${label}: none was trained for ${spec.ways} ways`);
        return;
      }
      try {
        const checkpoint = await fetchCheckpoint(name);
        const { network, filters, pooling } = checkpoint.network;
        const fits =
          network === spec.network &&
          (network === 'dense' || (filters === spec.filters && pooling === spec.pooling));
        if (!fits) {
          problems.push(`${label}: it was trained with another network`);
          return;
        }
        const { theta: _, second: __, updates: ___, ...rest } = checkpoint;
        methods[method] = trainedOf(checkpoint);
        about[method] = rest;
      } catch (error) {
        problems.push(`${label}: ${error instanceof Error ? error.message : error}`);
      }
    }),
  );
  return { methods, about, problems };
}

async function fetchCheckpoint(name: string): Promise<Checkpoint> {
  const response = await fetch(`${import.meta.env.BASE_URL}checkpoints/${name}.json`);
  if (!response.ok) throw new Error(`checkpoints/${name}.json: ${response.status}`);
  return parseCheckpoint(await response.text());
}
