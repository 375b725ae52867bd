/** A place of one coordinate, from 0 to 100. */

import { Slider } from '../../ui/controls/Slider';
import { useWords } from '../../ui/Say';
import { digits } from '../../words/digits';
import type { Placing } from '../lesson';
import styles from '../lessons.module.css';

const TICKS = [0, 25, 50, 75, 100] as const;
/** In the midst, where nobody has put it anywhere. */
const UNPUT = 50;

export function OnALine({ place, best, onPlace }: Placing) {
  const { drag } = useWords().lessons;
  const value = place?.[0] ?? UNPUT;
  return (
    <div className={styles.line} data-unput={place === null || undefined}>
      <Slider
        label={drag.label}
        min={0}
        max={100}
        value={value}
        disabled={onPlace === null}
        onChange={(to) => onPlace?.([to])}
      />
      <p className={styles.ticks} aria-hidden="true">
        {TICKS.map((tick) => (
          <span key={tick} style={{ '--at': tick }}>
            {tick}
          </span>
        ))}
        {best === null ? null : (
          <b className={styles.best} style={{ '--at': best[0]! }}>
            {digits(best[0]!)}
          </b>
        )}
      </p>
    </div>
  );
}
