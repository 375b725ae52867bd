/** A button in one of three voices. */

import type { ComponentProps } from 'react';
import styles from './controls.module.css';

interface ButtonProps extends ComponentProps<'button'> {
  readonly voice?: 'primary' | 'plain' | 'quiet';
  readonly small?: boolean;
}

export function Button({ voice = 'plain', small = false, className, ...rest }: ButtonProps) {
  const classes = [
    styles.button,
    voice === 'primary' && styles.primary,
    voice === 'quiet' && styles.quiet,
    small && styles.small,
    className,
  ];
  return <button type="button" className={classes.filter(Boolean).join(' ')} {...rest} />;
}
