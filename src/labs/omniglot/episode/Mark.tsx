/** Right or wrong, by shape as well as colour. Those who cannot see it are told by the words around it. */

import styles from './episode.module.css';

export function Mark({ right }: { readonly right: boolean }) {
  return (
    <svg className={styles.mark} viewBox="0 0 10 10" aria-hidden="true">
      <path d={right ? 'M1.5 5.5 4 8l4.5-6' : 'M2 2l6 6M8 2 2 8'} />
    </svg>
  );
}
