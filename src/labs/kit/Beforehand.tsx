/** What a run began from that was trained beforehand, and the way to a run without it. */

import { Button } from '../../ui/controls/Button';
import { Say, useWords } from '../../ui/Say';
import text from '../../ui/text.module.css';
import { say, sayNumber } from '../../words/format';

export interface TrainedBefore {
  /** Of the method, in words. */
  readonly name: string;
  readonly iterations: number;
  readonly date: string;
  readonly command: string;
  /** Where it was trained otherwise than the rest, in words. */
  readonly own?: string;
}

/** @param onScratch begins again without them */
export function Beforehand({
  trained,
  onScratch,
}: {
  readonly trained: readonly TrainedBefore[];
  readonly onScratch: () => void;
}) {
  const { beforehand, about, fromScratch } = useWords().files.trained;
  if (trained.length === 0) return null;
  return (
    <>
      <details className={text.more}>
        <summary>{say(beforehand, { count: trained.length })}</summary>
        <ul className={text.hint}>
          {trained.map(({ name, iterations, date, command, own = '' }) => (
            <li key={name}>
              <Say
                message={about}
                values={{ name, iterations: sayNumber(iterations), date, command, own }}
              />
            </li>
          ))}
        </ul>
      </details>
      <Button small onClick={onScratch}>
        {fromScratch}
      </Button>
    </>
  );
}
