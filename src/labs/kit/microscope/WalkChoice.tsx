/** Whose training is walked through, and the way there. */

import type { ReactNode } from 'react';
import { Swatch } from '../../../ui/charts/layers';
import { Chips } from '../../../ui/controls/Chips';
import { type ContenderName, lookOf } from '../../../ui/palette';
import { WalkPlace, type WalkPlaceProps } from './WalkPlace';
import styles from './walkChoice.module.css';

interface WalkChoiceProps<Name extends ContenderName>
  extends WalkPlaceProps<{ readonly name: Name }> {
  readonly legend: string;
  readonly names: readonly Name[];
  readonly labelOf: (name: Name) => ReactNode;
  readonly take: (name: Name) => void;
}

export function WalkChoice<Name extends ContenderName>({
  legend,
  names,
  labelOf,
  take,
  ...place
}: WalkChoiceProps<Name>) {
  return (
    <div className={styles.walking}>
      <Chips
        legend={legend}
        options={names}
        face={(each) => (
          <>
            <Swatch look={lookOf(each)} />
            <span>{labelOf(each)}</span>
          </>
        )}
        value={place.given.name}
        onChange={take}
      />
      <WalkPlace {...place} />
    </div>
  );
}
