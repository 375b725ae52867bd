/** What streams before cost, how soon it is followed that labels moved, and what is past training, in the numbers of the run. */

import { useWords } from '../../../ui/Say';
import { say, sayPercent } from '../../../words/format';
import type { ReaderName } from '../methods';
import type { ByInstance, InstancesAnswer } from '../questions';
import styles from '../stream/stream.module.css';

interface CourseFootProps {
  readonly answer: InstancesAnswer;
  readonly reader: ReaderName;
}

const shareAt = (of: ByInstance | undefined, sighting: number): string | null => {
  const share = of?.mean[sighting - 1];
  return share === undefined || !Number.isFinite(share) ? null : sayPercent(share);
};

export function CourseFoot({ answer, reader }: CourseFootProps) {
  const { memory, contenders } = useWords();
  const { course: text } = memory;
  const { beside, characters, length } = answer;
  const { before, shuffle } = answer.course;
  const name = contenders[reader].label;
  const right = [1, 2, 3].map((sighting) => shareAt(answer.byInstance[reader], sighting));
  const [first, second, third] = right;
  const old = [1, 2].map((sighting) => shareAt(answer.old[reader], sighting));
  const alone = shareAt(answer.wiped[reader], 2);
  const inTraining = shareAt(answer.onBeside[reader], 2);
  return (
    <>
      {before === 0 || !second || !alone ? null : (
        <p className={styles.papers}>{say(text.costs, { name, before, kept: second, alone })}</p>
      )}
      {beside === null || !second || !inTraining ? null : (
        <p className={styles.papers}>
          {say(memory.instances.past, {
            ...{ name, now: second, characters, length, inTraining },
            ...{ ways: beside.characters, trained: beside.length },
          })}
        </p>
      )}
      {shuffle === 0 || !first || !second || !third || !old[0] || !old[1] ? null : (
        <p className={styles.papers}>
          {say(text.follows, {
            ...{ name, at: shuffle + 1, first, second, third },
            ...{ oldFirst: old[0], oldSecond: old[1] },
          })}
        </p>
      )}
    </>
  );
}
