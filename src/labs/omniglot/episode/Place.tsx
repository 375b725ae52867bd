/** A drawing of the task, as a place to draw at: one of them is in hand. */

import type { ReactNode } from 'react';
import { contents, type Drawing, isBlank } from '../../../characters/drawing';
import { useWords } from '../../../ui/Say';
import { placeName } from '../draw/drawn';
import { usePad } from '../hooks';
import styles from './episode.module.css';

export interface PlaceInHand {
  readonly place: number;
  readonly onPlace: (place: number) => void;
}

interface PlaceProps {
  readonly place: number;
  readonly drawing: Drawing;
  readonly inHand: PlaceInHand;
  readonly className: string | undefined;
  readonly children: ReactNode;
}

export function Place({ place, drawing, inHand, className, children }: PlaceProps) {
  const words = useWords();
  const shots = usePad((s) => s.shots);
  return (
    <label className={`${className} ${styles.place}`} data-blank={isBlank(drawing) || undefined}>
      <input
        type="radio"
        name="place"
        className="hidden-visually"
        aria-label={`${placeName(words, place, shots)}: ${contents(words, drawing)}`}
        checked={place === inHand.place}
        onChange={() => inHand.onPlace(place)}
      />
      {children}
    </label>
  );
}
