/** Numbers of units side by side, a row for each quantity: gates, cells, hidden values. */

import { useWords } from '../../../ui/Say';
import { say } from '../../../words/format';
import styles from './units.module.css';
import { short } from './words';

/** From so many units on they touch. */
const MANY = 40;

interface UnitRowsProps {
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly values: ArrayLike<number> }[];
}

export function UnitRows({ title, rows }: UnitRowsProps) {
  const { units: text } = useWords().microscope;
  return (
    <figure className={styles.units}>
      <figcaption>{title}</figcaption>
      {rows.map(({ name, values }) => {
        const all = Array.from(values);
        const mean = all.reduce((sum, x) => sum + x, 0) / all.length;
        return (
          <div key={name} className={styles.row} data-many={all.length >= MANY || undefined}>
            <span>{name}</span>
            <span role="img" aria-label={say(text.seen, { units: all.length, mean: short(mean) })}>
              {all.map((value, unit) => (
                <i
                  // biome-ignore lint/suspicious/noArrayIndexKey: a unit is its place
                  key={unit}
                  data-sign={value < 0 ? 'minus' : undefined}
                  style={{ '--part': Math.min(1, Math.abs(value)) }}
                />
              ))}
            </span>
            <b>{short(mean, 2)}</b>
          </div>
        );
      })}
      <p>{text.note}</p>
    </figure>
  );
}
