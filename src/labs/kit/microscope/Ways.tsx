/** Back and forth in the record, what is in focus, the gear, and what trains it. */

import { Button } from '../../../ui/controls/Button';
import { Chips } from '../../../ui/controls/Chips';
import { Select } from '../../../ui/controls/Select';
import { Stops } from '../../../ui/controls/Stops';
import { useWords } from '../../../ui/Say';
import { say, sayNumber } from '../../../words/format';
import { useAnyLab, useRunState } from '../context';
import styles from './microscope.module.css';
import type { Walked } from './recorded';
import { usePlayer } from './usePlayer';
import { useMove, useSight } from './useSight';
import { gearNames } from './view';
import type { Standing } from './walk';

interface WaysProps {
  /** Null while there is none of what is in sight. */
  readonly recorded: Walked | null;
  readonly standing: Standing | null;
  readonly plainOf: (line: string) => string;
  readonly focusOf: (number: number) => string;
}

export function Ways({ recorded, standing, plainOf, focusOf }: WaysProps) {
  const lab = useAnyLab();
  const move = useMove();
  const { microscope } = useWords();
  const { gear, focus } = useSight();
  const player = usePlayer(recorded);
  const over = useRunState((s) => s.phase === 'finished');
  const { at, last, name } = standing ?? { at: 0, last: 0, name: 'draw' };
  const go = (line: number) => move({ line });
  const away = recorded === null;
  const tasks = recorded?.tasks ?? 1;
  return (
    <div className={styles.ways}>
      <Button disabled={away || at === 0} onClick={() => go(at - 1)}>
        {microscope.back}
      </Button>
      <Button voice="primary" disabled={away || at === last} onClick={() => go(at + 1)}>
        {microscope.next}
      </Button>
      <div className={styles.stops}>
        <Stops
          label={microscope.place}
          last={Math.max(1, last)}
          value={at}
          first={microscope.first}
          valueText={say(microscope.placeAt, {
            ...{ at: sayNumber(at), of: sayNumber(last) },
            line: plainOf(name),
          })}
          onChange={go}
        />
      </div>
      {tasks > 1 ? (
        <div className={styles.task}>
          <Select
            label={microscope.task}
            options={Array.from({ length: tasks }, (_, i) => ({
              ...{ value: String(i), label: focusOf(i) },
            }))}
            value={String(Math.min(focus, tasks - 1))}
            onChange={(value) => move({ focus: Number(value) })}
          />
        </div>
      ) : null}
      <div className={styles.gear}>
        <Button onClick={player.plays ? player.stop : player.play}>
          {player.plays ? microscope.stop : microscope.play}
        </Button>
        <Chips
          legend={microscope.gear}
          quiet
          options={gearNames}
          face={(each) => <span>{microscope.gears[each]}</span>}
          value={gear}
          onChange={(next) => move({ gear: next })}
        />
      </div>
      <Button
        disabled={over || away}
        onClick={() => {
          go(0);
          lab.step();
        }}
      >
        {microscope.take}
      </Button>
    </div>
  );
}
