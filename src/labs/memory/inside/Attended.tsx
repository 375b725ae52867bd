/** Attention at the drawing in sight: which earlier drawings it goes to. */

import { Figure } from '../../../ui/charts/Figure';
import { lookOf } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import { digits } from '../../../words/digits';
import { say } from '../../../words/format';
import { nameIn } from '../labelling';
import { readAt } from '../said';
import { Cell } from './Cell';
import styles from './inside.module.css';
import type { KeptProps } from './props';

/** Drawings that are shown. */
const MOST = 31;

export function Attended({ inside, answer, reader, step, name }: KeptProps<'attention'>) {
  const { inside: text } = useWords().memory;
  const { of, none, older } = readAt(inside, step)!;
  const rows = of.map((read, at) => ({ read, at }));
  const largest = new Set(
    rows
      .toSorted((a, b) => b.read - a.read)
      .slice(0, MOST)
      .map(({ at }) => at),
  );
  // Those that it goes to most, in the order in which they came.
  const shown = rows.filter(({ at }) => largest.has(at));
  const most = Math.max(none, older, ...of);
  const hasOlder = answer.course.before > 0;
  const labelOf = (at: number) => nameIn(answer, answer.shown[at]!.told);
  return (
    <Figure
      part="inside"
      className={styles.inside}
      title={text.title}
      note={say(text.attention, { name, shown: shown.length, of: step })}
      table={() => ({
        columns: [text.drawing, text.label, text.weight],
        rows: [
          ...rows.map(({ at, read }) => [at + 1, labelOf(at), read]),
          ...(hasOlder ? [[text.older, '', older]] : []),
          [text.none, '', none],
        ],
        of: { iteration: answer.iteration },
      })}
      foot={inside.shifted && <p className={styles.gate}>{text.shifted}</p>}
    >
      <ul
        className={styles.cells}
        data-strings={answer.code.parts > 1 || undefined}
        style={{ '--reader': lookOf(reader).color }}
      >
        <Cell
          pixels={null}
          letter={text.none}
          read={none}
          most={most}
          label={say(text.noneText, { read: digits(none) })}
        />
        {hasOlder ? (
          <Cell
            pixels={null}
            letter={text.older}
            read={older}
            most={most}
            label={say(text.olderText, { read: digits(older) })}
          />
        ) : null}
        {shown.map(({ at, read }) => (
          <Cell
            key={at}
            pixels={answer.shown[at]!.pixels}
            letter={labelOf(at)}
            label={say(text.itemText, { at: at + 1, label: labelOf(at), read: digits(read) })}
            {...{ read, most }}
          />
        ))}
      </ul>
    </Figure>
  );
}
