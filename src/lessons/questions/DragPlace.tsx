/** A mark that a person puts somewhere in a plot: by pointer, or with the arrow keys. Then, how far it was from its place. */

import type { ComponentType } from 'react';
import { Late } from '../../labs/kit/Late';
import { useWords } from '../../ui/Say';
import { digits } from '../../words/digits';
import { say } from '../../words/format';
import type { Placing } from '../lesson';
import styles from '../lessons.module.css';
import { apart } from './readings';

interface DragPlaceProps extends Placing {
  readonly ask: string;
  readonly plot: () => Promise<ComponentType<Placing>>;
}

export function DragPlace({ ask, plot, place, best, onPlace }: DragPlaceProps) {
  const { drag } = useWords().lessons;
  return (
    <div className={styles.drag}>
      <p>
        <b>{ask}</b>
      </p>
      <Late of={plot} given={{ place, best, onPlace }} />
      {onPlace === null || place === null ? (
        <p className={styles.how}>
          {onPlace !== null
            ? drag.how
            : place === null || best === null
              ? drag.notPut
              : say(drag.gap, { gap: digits(apart(place, best)) })}
        </p>
      ) : null}
    </div>
  );
}
