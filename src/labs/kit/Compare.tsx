/** Who is compared: check boxes that are also the legend of every chart, and a legend for where they are out of sight. */

import type { ReactNode } from 'react';
import { Swatch } from '../../ui/charts/layers';
import { type ContenderName, lookOf } from '../../ui/palette';
import { useWords } from '../../ui/Say';
import parts from './parts.module.css';

interface CompareProps<Name extends ContenderName> {
  readonly names: readonly Name[];
  readonly chosen: readonly Name[];
  readonly onChange: (chosen: readonly Name[]) => void;
  /** What is to be said of one, after its name. */
  readonly remark?: (name: Name) => ReactNode;
  /** A name, where it is not everywhere the same. */
  readonly label?: (name: Name) => string;
}

export function Compare<Name extends ContenderName>(props: CompareProps<Name>) {
  const { contenders, frame } = useWords();
  const { names, chosen, onChange, remark, label = (name) => contenders[name].label } = props;
  return (
    <section className={parts.group} aria-label={frame.settings.compare}>
      <h2>{frame.settings.compare}</h2>
      {names.map((name) => {
        const checked = chosen.includes(name);
        return (
          <label key={name} className={parts.contender}>
            <input
              type="checkbox"
              checked={checked}
              // At least one stays.
              disabled={checked && chosen.length === 1}
              onChange={() =>
                onChange(names.filter((n) => (n === name ? !checked : chosen.includes(n))))
              }
            />
            <Swatch look={lookOf(name)} />
            <span>{label(name)}</span>
            {remark?.(name)}
          </label>
        );
      })}
    </section>
  );
}

type LegendProps<Name extends ContenderName> = Pick<CompareProps<Name>, 'chosen' | 'label'>;

/** Where the settings that name them are out of sight: on a phone, in a lecture. */
export function Legend<Name extends ContenderName>(props: LegendProps<Name>) {
  const { contenders, frame } = useWords();
  const { chosen, label = (name) => contenders[name].label } = props;
  return (
    <ul className={parts.legend} aria-label={frame.settings.legend}>
      {chosen.map((name) => (
        <li key={name}>
          <Swatch look={lookOf(name)} />
          <span>{` ${label(name)}`}</span>
        </li>
      ))}
    </ul>
  );
}
