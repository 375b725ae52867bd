/** What labels that were told wrongly did until the drawing in sight. */

import { useWords } from '../../../ui/Say';
import { say } from '../../../words/format';
import { nameIn } from '../labelling';
import type { ReaderName } from '../methods';
import type { StreamAnswer } from '../questions';
import { aftermath } from '../said';
import styles from './stream.module.css';

interface WronglyProps {
  readonly answer: StreamAnswer;
  readonly reader: ReaderName;
  readonly step: number;
}

export function Wrongly({ answer, reader, step }: WronglyProps) {
  const { memory, contenders } = useWords();
  const text = memory.stream;
  const reading = answer.readings[reader];
  if (answer.edits.length === 0 || reading === undefined) return null;
  return (
    <div role="status">
      {answer.edits.map(({ at, told }) => {
        const { misled, right, sightings } = aftermath(reading, answer, at, step);
        const of = {
          at: at + 1,
          told: nameIn(answer, told),
          label: nameIn(answer, answer.shown[at]!.label),
        };
        return (
          <p key={at} className={styles.wrongly}>
            {sightings === 0
              ? say(text.nobodySince, of)
              : say(text.since, {
                  ...{ ...of, misled, right, sightings },
                  name: contenders[reader].label,
                })}
          </p>
        );
      })}
    </div>
  );
}
