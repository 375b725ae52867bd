/** Where a method comes to rest: a shape for each, as colours alone do not tell. */

import { lookOf } from '../../ui/palette';
import type { Method } from './bowls';
import styles from './bowls.module.css';

const shapes: Readonly<Record<Method, string>> = {
  joint: 'M-6 -6H6V6H-6Z',
  fomaml: 'M0 -7.5L7.5 5.5H-7.5Z',
  maml: 'M0 -8.5L8.5 0L0 8.5L-8.5 0Z',
};

export const RestMark = ({ method }: { readonly method: Method }) => (
  <path className={styles.mark} d={shapes[method]} style={{ '--own': lookOf(method).color }} />
);
