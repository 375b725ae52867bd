/** What a chart seems to compare, and must not. */

import { useWords } from '../../ui/Say';
import styles from './published.module.css';

export function NotComparable({ notes }: { readonly notes: readonly string[] }) {
  const { published } = useWords().field;
  return (
    <div>
      <h5>{published.notComparable}</h5>
      <ul className={styles.notes}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  );
}
