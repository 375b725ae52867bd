/** What a reader keeps at the step in sight, and what each line makes of it: slots, items, or units. */

import { useWords } from '../../../ui/Say';
import { say } from '../../../words/format';
import { UnitRows } from '../../kit/microscope/UnitRows';
import type { Standing } from '../../kit/microscope/walk';
import { KeptTable } from './KeptTable';
import { gatesAt, headsIn, placesAt, rowOf, stepAt } from './moment';
import type { Recorded } from './recorded';
import { isPassed } from './steps';

interface KeptPictureProps {
  readonly recorded: Recorded;
  readonly standing: Standing;
  readonly head: number;
}

/** Rows of a table that are drawn. */
const MOST = 10;

export function KeptPicture(props: KeptPictureProps) {
  const { parts, holds } = props.recorded;
  if (holds !== null) return <SlotsKept {...props} />;
  if (parts.gates !== undefined) return <StateKept {...props} />;
  if (parts.hidden !== undefined && parts.weights === undefined) return <NothingKept {...props} />;
  return <ItemsKept {...props} />;
}

/** The numbers of those that have the most of any column, in their order. */
function foremost(count: number, ...columns: readonly ArrayLike<number>[]): number[] {
  const largest = columns.map((column) => Math.max(1e-9, ...Array.from(column)));
  const weightOf = (i: number) => Math.max(...columns.map((column, c) => column[i]! / largest[c]!));
  return Array.from({ length: count }, (_, i) => i)
    .sort((a, b) => weightOf(b) - weightOf(a))
    .slice(0, MOST)
    .sort((a, b) => a - b);
}

function SlotsKept({ recorded, standing, head }: KeptPictureProps) {
  const { memory } = useWords().microscope;
  const step = stepAt(recorded, standing);
  const { parts } = recorded;
  const { free, write, before, cosines, weights, usage } = parts;
  const slots = usage!.columns;
  const at = (part: typeof free, row: number) => rowOf(part!, step, row);
  const isWritten = isPassed(recorded, standing, 'memory');
  const isIn = parts.gate !== undefined && isPassed(recorded, standing, 'write');
  const isTurn = recorded.lines.some(({ line }) => line === 'turn');
  const shown = foremost(slots, at(weights, head), at(write, head), at(free, head));
  const holdsAt = (slot: number, of: number) => (of < 0 ? -1 : recorded.holds![of * slots + slot]!);
  const column = (line: string, title: string, values: ArrayLike<number>) => ({
    ...{ title, values, now: standing.name === line },
    known: isPassed(recorded, standing, line),
  });
  return (
    <KeptTable
      title={say(memory.kept.memory, {
        ...{ head: head + 1, heads: headsIn(recorded) },
        ...{ shown: shown.length, slots },
      })}
      corner={memory.kept.slot}
      recorded={recorded}
      rows={shown.map((slot) => ({
        number: slot,
        name: String(slot + 1),
        of: holdsAt(slot, isWritten ? step : step - 1),
        marked:
          isPassed(recorded, standing, isTurn ? 'turn' : 'least') && at(free, head)[slot] === 1,
      }))}
      columns={[
        column(isTurn ? 'turn' : 'least', memory.kept.before, at(before, 0)),
        {
          ...column(isTurn ? 'turn' : 'write', memory.kept.write, at(write, head)),
          known: isTurn || isIn,
        },
        column('cosines', memory.kept.cosine, at(cosines, head)),
        column('readWeights', memory.kept.read, at(weights, head)),
        column('usage', memory.kept.usage, at(usage, 0)),
      ]}
    />
  );
}

/** Drawings with their labels, and the one that says nothing. */
function ItemsKept({ recorded, standing, head }: KeptPictureProps) {
  const { memory } = useWords().microscope;
  const step = stepAt(recorded, standing);
  const isTwice = recorded.parts['weights 1'] !== undefined;
  const [first, last] = isTwice
    ? [placesAt(recorded, step, 0, ' 1'), placesAt(recorded, step, 0, ' 2')]
    : [placesAt(recorded, step, head), placesAt(recorded, step, head)];
  const weightsOf = (places: typeof first) => places.map(({ weight }) => weight);
  const shown = foremost(first.length, weightsOf(first), weightsOf(last));
  const column = (line: string, title: string, values: ArrayLike<number>) => ({
    ...{ title, values, now: standing.name === line },
    known: isPassed(recorded, standing, line),
  });
  return (
    <KeptTable
      title={
        isTwice
          ? say(memory.kept.attended, { shown: shown.length, of: first.length })
          : say(memory.kept.items, {
              ...{ head: head + 1, heads: headsIn(recorded) },
              ...{ shown: shown.length, of: first.length },
            })
      }
      corner={memory.kept.item}
      recorded={recorded}
      rows={shown.map((number) => {
        const { of } = first[number]!;
        return { number, of, name: of < 0 ? memory.kept.nothing : String(of + 1), marked: false };
      })}
      columns={
        isTwice
          ? [
              column('look', memory.kept.firstLook, weightsOf(first)),
              column('lookAgain', memory.kept.secondLook, weightsOf(last)),
            ]
          : [
              column(
                'scores',
                memory.kept.score,
                first.map(({ score }) => score),
              ),
              column('attention', memory.kept.weight, weightsOf(first)),
            ]
      }
    />
  );
}

function StateKept({ recorded, standing }: KeptPictureProps) {
  const { memory, units } = useWords().microscope;
  const step = stepAt(recorded, standing);
  const gates = gatesAt(recorded, step);
  const { cell, hidden } = recorded.parts;
  return (
    <UnitRows
      title={memory.kept.state}
      rows={[
        { name: units.input, values: gates.input },
        { name: units.forget, values: gates.forget },
        { name: units.candidate, values: gates.candidate },
        { name: units.output, values: gates.output },
        { name: units.cell, values: rowOf(cell!, step) },
        { name: units.hidden, values: rowOf(hidden!, step) },
      ]}
    />
  );
}

function NothingKept({ recorded, standing }: KeptPictureProps) {
  const { memory, units } = useWords().microscope;
  const values = rowOf(recorded.parts.hidden!, stepAt(recorded, standing));
  return <UnitRows title={memory.kept.nothingKept} rows={[{ name: units.hidden, values }]} />;
}
