/** What a contender keeps at the drawing in sight: slots, earlier drawings, a state, or nothing. */

import { useWords } from '../../../ui/Say';
import { say } from '../../../words/format';
import type { ReaderName } from '../methods';
import type { StreamAnswer } from '../questions';
import { Attended } from './Attended';
import styles from './inside.module.css';
import { Slots } from './Slots';
import { StateStripes } from './StateStripes';

interface InsideProps {
  readonly answer: StreamAnswer;
  readonly reader: ReaderName;
  readonly step: number;
}

export function Inside({ answer, reader, step }: InsideProps) {
  const { memory, contenders } = useWords();
  const reading = answer.readings[reader];
  const name = contenders[reader].label;
  if (reading === undefined) return null;
  const { inside } = reading;
  if (inside === null) {
    return (
      <p data-part="inside" className={styles.nothing}>
        {say(memory.inside.keepsNothing, { name })}
      </p>
    );
  }
  const shared = { answer, reader, step, name };
  if (inside.kind === 'memory') return <Slots inside={inside} {...shared} />;
  if (inside.kind === 'attention') return <Attended inside={inside} {...shared} />;
  return <StateStripes inside={inside} {...shared} />;
}
