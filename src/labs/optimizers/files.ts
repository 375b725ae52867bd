/** Optimisers that are brought from files and put into them: what a run begins from, and what a person keeps of it. */

import { type Notice, notify } from '../../session/notices';
import { changedFields } from '../../spec/spec';
import { say, sayList } from '../../words/format';
import { type Phrase, words } from '../../words/words';
import { fileText } from '../kit/checkpointFile';
import { fieldWords } from '../kit/context';
import type { Beginning } from '../kit/definition';
import {
  type Checkpoint,
  checkpointOf,
  fetchCheckpoint,
  formatCheckpoint,
  parseCheckpoint,
} from './checkpoint';
import { fields, type OptimizerSpec, type OptimizerView } from './fields';
import type { OptimizerSnapshot } from './questions';
import { racers, subject } from './racers';

/** The trained optimiser that a run began from; null for none. */
export type Origin =
  | (Omit<Checkpoint, 'phi'> & {
      /** Whether a person brought it: no link holds it then. */
      readonly loaded: boolean;
    })
  | null;

/** A run's meta-iteration 0 with trained weights. */
const snapshotOf = (phi: Float32Array): OptimizerSnapshot => ({
  iteration: 0,
  trained: [{ name: subject, weights: { phi }, moments: {}, best: null, position: null }],
});

/**
 * What a run with these settings begins from, if its network is theirs.
 *
 * @param loaded an optimiser in place of the shipped one
 */
export async function trainedFor(
  spec: OptimizerSpec,
  loaded: Checkpoint | null,
): Promise<Beginning<OptimizerSnapshot, Origin>> {
  const none = (tone: 'info' | 'warning', message: Phrase, hint?: Phrase) => ({
    snapshot: null,
    origin: null,
    notice: { key: 'checkpoint', tone, message, ...(hint === undefined ? {} : { hint }) },
  });
  try {
    const { phi, ...known } = loaded ?? (await fetchCheckpoint(spec));
    const differing = changedFields(fields, spec, { ...spec, ...known.network });
    if (differing.length === 0) {
      return { snapshot: snapshotOf(phi), origin: { ...known, loaded: loaded !== null } };
    }
    return none(
      'info',
      (all) => all.optimizers.files.otherNetwork,
      (all) => {
        const lab = { owners: racers, wordsOf: () => all.optimizers };
        const names = sayList(differing.map((name) => fieldWords(all, lab, name).label));
        return say(all.optimizers.files.differing, { names });
      },
    );
  } catch (error) {
    return none('warning', (all) =>
      say(all.optimizers.files.missing, { why: fileText(all, error) }),
    );
  }
}

/** What a run begins from whose link was made with an optimiser of a file. */
export async function withoutFile(
  begun: Promise<Beginning<OptimizerSnapshot, Origin>>,
): Promise<Beginning<OptimizerSnapshot, Origin>> {
  const { snapshot, origin } = await begun;
  const begins = snapshot === null ? 'scratch' : 'shipped';
  const notice: Notice = {
    key: 'checkpoint',
    tone: 'warning',
    message: ({ optimizers }) => optimizers.files.notHeld,
    hint: ({ optimizers }) => say(optimizers.files.loadIt, { begins }),
  };
  return { snapshot, origin, notice };
}

/** The optimiser in a file; null, which is said, if there is none that can be used. */
export async function broughtBy(file: () => Promise<string>): Promise<Checkpoint | null> {
  try {
    return parseCheckpoint(await file());
  } catch (error) {
    notify({
      key: 'checkpoint',
      tone: 'error',
      message: (all) => say(all.optimizers.files.unusable, { why: fileText(all, error) }),
      hint: (all) => all.optimizers.files.unchanged,
    });
    return null;
  }
}

/** The optimiser of a snapshot, as the text of a file. */
export function textOf(
  { iteration, trained }: OptimizerSnapshot,
  spec: OptimizerSpec,
  shown: OptimizerView['shown'],
): string {
  const { weights, best } = trained.find(({ name }) => name === subject)!;
  const kept = (shown === 'best' ? best : null) ?? { iteration, weights };
  const command = words().optimizers.files.inPage;
  const made = { iteration: kept.iteration, command, figures: {}, phi: kept.weights.phi! };
  return formatCheckpoint(checkpointOf(spec, made));
}
