/** A black screen: who speaks is looked at. What trains goes on. */

import { useWords } from '../../ui/Say';
import styles from './hall.module.css';
import { keys } from './keys';

export function Blank() {
  const { hall } = useWords();
  return (
    <button
      type="button"
      data-part="blank"
      className={styles.blank}
      onClick={() => keys.setState({ blank: false })}
    >
      <span className="hidden-visually" role="status">
        {hall.blank}
      </span>
    </button>
  );
}
