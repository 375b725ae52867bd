/** What is kept, a row each, and what the lines passed so far give it; the column of the line in sight is lit. */

import { GlyphImage } from '../../../characters/GlyphImage';
import { letterOf } from '../../../characters/letters';
import { useWords } from '../../../ui/Say';
import { digits } from '../../../words/digits';
import { say } from '../../../words/format';
import type { Recorded } from './recorded';
import styles from './streamed.module.css';

/** What is next to nothing takes no room. */
const LEAST = 0.01;
const briefly = (value: number): string => (Math.abs(value) < LEAST ? '0' : digits(value));

interface KeptTableProps {
  readonly title: string;
  /** What rows are. */
  readonly corner: string;
  readonly recorded: Recorded;
  readonly rows: readonly {
    /** Its place in the values of columns. */
    readonly number: number;
    readonly name: string;
    /** The drawing that it holds, −1 for none. */
    readonly of: number;
    readonly marked: boolean;
  }[];
  readonly columns: readonly {
    readonly title: string;
    readonly values: ArrayLike<number>;
    /** Whether its line was passed, and is in sight. */
    readonly known: boolean;
    readonly now: boolean;
  }[];
}

export function KeptTable({ title, corner, recorded, rows, columns }: KeptTableProps) {
  const { kept } = useWords().microscope.memory;
  const largest = columns.map(({ values }) =>
    Math.max(1e-9, ...Array.from(values).filter(Number.isFinite)),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: where it is narrow it scrolls, and keys must reach it
    <section className={styles.kept} tabIndex={0} aria-label={title}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map(({ title: own, now }) => (
              <th key={own} scope="col" data-now={now || undefined}>
                {own}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ number, name, of, marked }) => (
            <tr key={number}>
              <th scope="row">
                <span>{name}</span>
                {of < 0 ? null : (
                  <>
                    <GlyphImage
                      image={recorded.shown[of]!.pixels}
                      label={say(kept.holds, { at: of + 1 })}
                    />
                    <b>{letterOf(recorded.shown[of]!.label)}</b>
                  </>
                )}
                {marked ? <em>{kept.free}</em> : null}
              </th>
              {columns.map(({ title: own, values, known, now }, c) => (
                <td
                  key={own}
                  data-now={now || undefined}
                  style={{
                    '--part': known ? Math.max(0, values[number]! / largest[c]!) : 0,
                  }}
                >
                  {known ? briefly(values[number]!) : ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
