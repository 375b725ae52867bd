/** What takes away a picture that has no head of its own: in its upper right corner. */

import styles from './charts.module.css';
import { Take } from './Take';
import type { TakeProps } from './taking/wanted';

export const TakeCorner = (props: TakeProps) => (
  <div className={styles.corner}>
    <Take {...props} />
  </div>
);
