/** One of a few answers: it stays marked beside the one that the run bore out. */

import { useId } from 'react';
import { useWords } from '../../ui/Say';
import styles from '../lessons.module.css';

interface ChooseOneProps {
  readonly ask: string;
  readonly options: readonly { readonly name: string; readonly label: string }[];
  readonly chosen: string | null;
  /** Once it is told. */
  readonly right: string | null;
  /** Null when it is too late. */
  readonly onChoose: ((name: string) => void) | null;
}

export function ChooseOne({ ask, options, chosen, right, onChoose }: ChooseOneProps) {
  const { ways } = useWords().lessons;
  const group = useId();
  return (
    <fieldset className={styles.choose}>
      <legend>{ask}</legend>
      {options.map(({ name, label }) => (
        <label key={name} data-right={name === right || undefined}>
          <input
            type="radio"
            name={group}
            checked={name === chosen}
            disabled={onChoose === null}
            onChange={() => onChoose?.(name)}
          />
          <span>{label}</span>
          {name === right ? <em>{name === chosen ? ways.asYouSaid : ways.asItWas}</em> : null}
        </label>
      ))}
    </fieldset>
  );
}
