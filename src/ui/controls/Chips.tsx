/** One of a few, in the shape of the chips of a legend. */

import { type ReactNode, useId } from 'react';
import styles from './chips.module.css';

interface ChipsProps<Name extends string> {
  readonly legend: string;
  /** Whether the legend is only heard. */
  readonly quiet?: boolean;
  readonly options: readonly Name[];
  /** What stands on one. */
  readonly face: (name: Name) => ReactNode;
  readonly value: Name;
  readonly onChange: (name: Name) => void;
}

export function Chips<Name extends string>(props: ChipsProps<Name>) {
  const { legend, quiet = false, options, face, value, onChange } = props;
  const group = useId();
  return (
    <fieldset className={styles.chips}>
      <legend className={quiet ? 'hidden-visually' : undefined}>{legend}</legend>
      {options.map((name) => (
        <label key={name}>
          <input
            type="radio"
            className="hidden-visually"
            name={group}
            checked={name === value}
            onChange={() => onChange(name)}
          />
          {face(name)}
        </label>
      ))}
    </fieldset>
  );
}
