/** Who is compared: chips that switch a contender on and off, and are the legend of every chart and its score. */

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
  /** How good one is in what is in sight. */
  readonly score?: (name: Name) => ReactNode;
  /** What ends the list. */
  readonly after?: ReactNode;
  /** Where one stands before the others: who, and how another takes its place. */
  readonly front?: { readonly name: Name | undefined; take(name: Name): void } | null;
}

export function Compare<Name extends ContenderName>(props: CompareProps<Name>) {
  const { contenders, frame } = useWords();
  const { names, chosen, onChange, remark, score, after, front = null } = props;
  const { label = (name) => contenders[name].label } = props;
  return (
    <section data-part="compare" className={parts.compare} aria-label={frame.settings.compare}>
      <ul>
        {names.map((name) => {
          const checked = chosen.includes(name);
          const box = (
            <input
              type="checkbox"
              aria-label={front === null ? undefined : label(name)}
              checked={checked}
              // At least one stays.
              disabled={checked && chosen.length === 1}
              onChange={() =>
                onChange(names.filter((n) => (n === name ? !checked : chosen.includes(n))))
              }
            />
          );
          const named = (
            <>
              <Swatch look={lookOf(name)} />
              <span>{label(name)}</span>
              {checked ? score?.(name) : null}
            </>
          );
          return (
            <li key={name} data-off={!checked || undefined}>
              {front === null || !checked ? (
                // biome-ignore lint/a11y/noLabelWithoutControl: the box is its control
                <label>
                  {box}
                  {named}
                </label>
              ) : (
                <>
                  {box}
                  <button
                    type="button"
                    data-legend
                    aria-pressed={front.name === name}
                    onClick={() => front.take(name)}
                  >
                    {named}
                  </button>
                </>
              )}
              {remark?.(name)}
            </li>
          );
        })}
        {after}
      </ul>
    </section>
  );
}
