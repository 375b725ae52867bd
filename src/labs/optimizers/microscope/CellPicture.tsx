/** What the last layer does with the gradient of a step: gates and cells, a column for each unit. */

import { useWords } from '../../../ui/Say';
import { say } from '../../../words/format';
import { short } from '../../kit/microscope/words';
import { gateOrder } from './cell';
import styles from './cell.module.css';
import type { Recorded } from './recorded';

interface CellPictureProps {
  readonly recorded: Recorded;
  readonly t: number;
}

export function CellPicture({ recorded, t }: CellPictureProps) {
  const { cell, rows } = useWords().microscope.optimizers;
  const { layer, units } = recorded;
  const names = [...gateOrder, 'cell'] as const;
  return (
    <figure className={styles.cell}>
      <figcaption>{cell}</figcaption>
      {names.map((name, row) => {
        const values = layer[row]!.subarray(t * units, (t + 1) * units);
        const mean = values.reduce((sum, x) => sum + x, 0) / units;
        return (
          <div key={name} className={styles.row}>
            <span>{rows[name]}</span>
            <span role="img" aria-label={say(rows.seen, { units, mean: short(mean) })}>
              {Array.from(values, (value, unit) => (
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
      <p>{rows.note}</p>
    </figure>
  );
}
