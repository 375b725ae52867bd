/** How many hands were up for an answer: a number, and a bar beside those of the others. */

import { useStore } from 'zustand';
import { useWords } from '../../ui/Say';
import { say, sayNumber } from '../../words/format';
import styles from '../lessons.module.css';
import { countsOf, votes } from '../votes';

interface HandsProps {
  readonly id: string;
  /** The answer, from 0, and how many there are. */
  readonly answer: number;
  readonly of: number;
}

export function Hands({ id, answer, of }: HandsProps) {
  const { ways } = useWords().lessons;
  const cast = useStore(votes, (s) => s.cast[id]);
  if (cast === undefined || cast.length === 0) return null;
  const counts = countsOf(cast, of);
  const count = counts[answer]!;
  const share = count / Math.max(...counts);
  return (
    <span className={styles.hands} data-part="hands">
      <span aria-hidden="true" style={{ width: `${100 * share}%` }} />
      <b aria-hidden="true">{sayNumber(count)}</b>
      <span className="hidden-visually">{say(ways.hands, { count })}</span>
    </span>
  );
}
