/** What is said of each drawing that a person put into the stream, up to the one in sight. */

import { useWords } from '../../../ui/Say';
import { say, sayPercent } from '../../../words/format';
import { nameIn } from '../labelling';
import type { ReaderName } from '../methods';
import type { StreamAnswer } from '../questions';
import { saidAt } from '../said';
import styles from '../stream/stream.module.css';

interface RecognisedProps {
  readonly answer: StreamAnswer;
  readonly reader: ReaderName;
  readonly step: number;
}

export function Recognised({ answer, reader, step }: RecognisedProps) {
  const { memory, contenders } = useWords();
  const { own: text } = memory;
  const reading = answer.readings[reader];
  if (reading === undefined) return null;
  return (
    <div role="status">
      {answer.drawn.map(({ at, label }) => {
        const said = saidAt(reading, answer, at);
        if (at > step || said === null) return null;
        const values = {
          ...{ at: at + 1, label: nameIn(answer, label), name: contenders[reader].label },
          ...{ said: said.text, sure: sayPercent(said.confidence) },
          instance: answer.shown[at]!.instance,
        };
        return (
          <p key={at} className={styles.wrongly}>
            {say(
              values.instance === 1 ? text.first : said.right ? text.known : text.missed,
              values,
            )}
          </p>
        );
      })}
    </div>
  );
}
