/** How good a contender is on the task in sight. */

import { useWords } from '../../../ui/Say';
import { Term } from '../../../ui/useHint';
import { digits } from '../../../words/digits';
import { say } from '../../../words/format';
import { useRunState } from '../../kit/context';
import { Diverged } from '../../kit/Remark';
import { useLabState } from '../hooks';
import type { ContenderName } from '../methods';
import styles from '../regression.module.css';
import { divergenceText } from '../remarks';
import { lossOnTask, seenIn } from './adaptation';

/** The loss of a contender on the task in sight, or that it diverged. */
export function TaskLoss({ name }: { readonly name: ContenderName }) {
  const words = useWords();
  const { adaptation } = words.regression;
  const loss = useLabState((s) => lossOnTask(seenIn(s), name));
  const spec = useLabState((s) => s.running);
  const diverged = useRunState((s) => s.remarks.find((r) => r.subject === name));
  if (diverged !== undefined) {
    return <Diverged iteration={diverged.iteration} why={divergenceText(words, diverged, spec)} />;
  }
  return (
    <span className={styles.loss}>
      <Term help={adaptation.lossHelp}>{say(adaptation.loss, { loss: lossText(loss) })}</Term>
    </span>
  );
}

/** A loss of fewer tasks than it will be of: only the digits that more of them hardly change. */
export const aboutText = (loss: number): string =>
  loss >= 1 && loss < 10 ? loss.toFixed(1) : loss >= 10 ? digits(Math.round(loss)) : lossText(loss);

/** A loss as it is said: a few digits. */
export function lossText(loss: number | null): string {
  if (loss === null) return '–';
  if (!Number.isFinite(loss)) return '∞';
  return loss >= 100 ? digits(loss) : loss.toFixed(2);
}
