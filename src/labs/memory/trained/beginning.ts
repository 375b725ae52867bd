/** What a run of trained readers begins from. */

import type { SavedState } from '../../../contenders/state';
import { say } from '../../../words/format';
import type { Words } from '../../../words/words';
import { fileText, shippedText } from '../../kit/checkpointFile';
import type { Beginning } from '../../kit/definition';
import { fetchEmbedding } from '../../kit/embedding/shipped';
import { untrainedNotice } from '../../kit/provenance';
import type { MemorySpec } from '../fields';
import { isTrained, type ReaderName, trainedNames } from '../methods';
import type { MemorySnapshot, TrainedReader } from '../questions';
import { type About, type Checkpoint, fits, parseCheckpoint } from './checkpoint';

/** Where the trained readers came from, if the run began from any. */
export type Origin = Readonly<Partial<Record<ReaderName, About>>>;

/** The name of the file, in public/checkpoints, without its ending. */
export const checkpointName = (labels: MemorySpec['labels'], reader: ReaderName): string =>
  labels === 'strings' ? `memory-strings-${reader}` : `memory-${reader}`;
export const checkpointNames = (labels: MemorySpec['labels']): readonly string[] =>
  trainedNames.map((reader) => checkpointName(labels, reader));

/** Why a reader begins untrained. */
export interface Missing {
  readonly reader: ReaderName;
  /** `ways`: it was trained with other labels; `network`: with another network; otherwise what is wrong with its file. */
  readonly why: 'ways' | 'network' | { readonly error: unknown };
}

/** The shipped readers for the settings; those that there are none for begin untrained, and it is said why. */
export async function trainedFor(spec: MemorySpec): Promise<Beginning<MemorySnapshot, Origin>> {
  const wanted = spec.readers.filter(isTrained);
  // They read what the frozen network makes of drawings: if that cannot be had, they are of no use.
  const unread = await fetchEmbedding().then(
    () => null,
    (error: unknown) => ({ error }),
  );
  const found: readonly (Checkpoint | Missing)[] =
    unread === null
      ? await Promise.all(wanted.map((reader) => fetchFor(reader, spec)))
      : wanted.map((reader) => ({ reader, why: unread }));
  const contenders: Record<string, TrainedReader> = {};
  const origin: Partial<Record<ReaderName, About>> = {};
  const missing: Missing[] = [];
  for (const one of found) {
    if ('why' in one) missing.push(one);
    else {
      const { state, ...about } = one;
      contenders[one.reader] = trainedReader(state);
      origin[one.reader] = about;
    }
  }
  return {
    snapshot: { iteration: 0, contenders },
    origin,
    notice: untrainedNotice(
      missing.length === 0 ? null : (words) => missingText(words, missing, spec),
    ),
  };
}

/** A reader with these weights, before it goes on. */
export const trainedReader = (state: SavedState): TrainedReader => ({
  ...state,
  good: state.weights,
  diverged: null,
});

async function fetchFor(reader: ReaderName, spec: MemorySpec): Promise<Checkpoint | Missing> {
  // Pixels are another input than the frozen network's numbers.
  if (spec.features === 'pixels') return { reader, why: 'network' };
  try {
    const checkpoint = parseCheckpoint(await shippedText(checkpointName(spec.labels, reader)));
    // Strings are of as many letters whatever the number of characters.
    if (spec.labels === 'onehot' && checkpoint.ways !== spec.ways) return { reader, why: 'ways' };
    return fits(checkpoint, spec) ? checkpoint : { reader, why: 'network' };
  } catch (error) {
    return { reader, why: { error } };
  }
}

function missingText(words: Words, missing: readonly Missing[], { ways }: MemorySpec): string {
  const { noneForWays, otherNetwork, problem } = words.files.trained;
  const reason = (why: Missing['why']): string => {
    if (why === 'ways') return say(noneForWays, { ways });
    return why === 'network' ? otherNetwork : fileText(words, why.error);
  };
  return missing
    .map(({ reader, why }) =>
      say(problem, { name: words.contenders[reader].label, why: reason(why) }),
    )
    .join('; ');
}
