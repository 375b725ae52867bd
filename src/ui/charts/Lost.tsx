/** Says that a part of a figure could not be loaded. */

import { useWords } from '../Say';
import styles from './charts.module.css';

export const Lost = () => (
  <span role="alert" className={styles.untaken}>
    {useWords().frame.app.notLoaded}
  </span>
);
