/** A memory at the drawing in sight: what its slots hold, where it reads, where it writes, and how much each was used. */

import { Figure } from '../../../ui/charts/Figure';
import { lookOf } from '../../../ui/palette';
import { Say, useWords } from '../../../ui/Say';
import { digits } from '../../../words/digits';
import { say, sayPercent } from '../../../words/format';
import { nameIn } from '../labelling';
import { OLDER } from '../questions';
import { Cell } from './Cell';
import styles from './inside.module.css';
import type { KeptProps } from './props';

/** Slots that are drawn. */
const MOST = 32;

export function Slots({ inside, answer, reader, step, name }: KeptProps<'memory'>) {
  const { inside: text } = useWords().memory;
  const { slots, heads } = inside;
  const rows = Array.from({ length: slots }, (_, slot) => {
    const at = step * slots + slot;
    return {
      slot,
      read: inside.read[at]!,
      written: inside.written[at]!,
      usage: inside.usage[at]!,
      age: inside.ages?.[at] ?? -1,
      place: inside.holds[at]!,
    };
  });
  // Of very many, those that are used most; each stays at its place.
  const used = new Set(
    rows
      .toSorted((a, b) => b.usage - a.usage)
      .slice(0, MOST)
      .map(({ slot }) => slot),
  );
  const shown = rows.filter(({ slot }) => used.has(slot));
  const most = Math.max(...rows.map(({ read }) => read));
  const mostUsed = Math.max(...rows.map(({ usage }) => usage));
  const gates = inside.gate?.subarray(step * heads, (step + 1) * heads);
  const last = gates && gates.reduce((sum, gate) => sum + gate, 0) / heads;
  const labelOf = (place: number) =>
    place < step ? nameIn(answer, answer.shown[place]!.told) : text.untold;
  return (
    <Figure
      part="inside"
      className={styles.inside}
      title={text.title}
      note={say(text.memory, { name, shown: shown.length, slots })}
      table={() => ({
        columns: [
          ...[text.slot, text.holds, text.label, text.read, text.written],
          inside.ages === undefined ? text.usage : text.age,
        ],
        rows: rows.map(({ slot, place, read, written, usage, age }) => [
          slot + 1,
          place === OLDER ? text.older : place < 0 ? text.free : place + 1,
          place < 0 ? '' : labelOf(place),
          ...[read, written],
          inside.ages === undefined ? usage : age < 0 ? '' : age,
        ]),
        of: { iteration: answer.iteration },
      })}
      foot={
        <p className={styles.gate}>
          {inside.writes === 'rule' ? (
            text.byRule
          ) : last === undefined ? (
            text.inTurn
          ) : (
            <Say
              message={text.gate}
              values={{ last: sayPercent(last), free: sayPercent(1 - last) }}
            />
          )}
        </p>
      }
    >
      <ul
        className={styles.cells}
        data-strings={answer.code.parts > 1 || undefined}
        style={{ '--reader': lookOf(reader).color }}
      >
        {shown.map(({ slot, place, read, written, usage }) => {
          const values = { slot: slot + 1, read: digits(read), written: digits(written) };
          return place < 0 ? (
            <Cell
              key={slot}
              pixels={null}
              letter={place === OLDER ? text.older : text.free}
              label={say(place === OLDER ? text.olderSlot : text.freeText, values)}
              usage={usage / (mostUsed || 1)}
              {...{ read, most, written }}
            />
          ) : (
            <Cell
              key={slot}
              pixels={answer.shown[place]!.pixels}
              letter={place < step ? labelOf(place) : '?'}
              label={say(text.slotText, { ...values, at: place + 1, label: labelOf(place) })}
              usage={usage / (mostUsed || 1)}
              {...{ read, most, written }}
            />
          );
        })}
      </ul>
    </Figure>
  );
}
