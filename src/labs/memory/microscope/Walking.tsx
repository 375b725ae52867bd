/** Whose training is walked through, and the way there. */

import { Swatch } from '../../../ui/charts/layers';
import { Chips } from '../../../ui/controls/Chips';
import { lookOf } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import text from '../../../ui/text.module.css';
import { loadWords } from '../../../words/words';
import { WalkPlace } from '../../kit/microscope/WalkPlace';
import { useLab, useLabState, useReaders } from '../hooks';
import { walkedOf } from '../lab';
import { isTrained } from '../methods';
import styles from './streamed.module.css';

const microscope = async () => {
  const [{ Microscope }] = await Promise.all([import('./Microscope'), loadWords('microscope')]);
  return Microscope;
};

export function Walking() {
  const lab = useLab();
  const { memory, contenders } = useWords();
  const names = useReaders().filter(isTrained);
  const name = useLabState(walkedOf);
  const ofStrings = useLabState((s) => s.running.labels === 'strings');
  if (ofStrings && names.length > 0) return <p className={text.hint}>{memory.how.notWalked}</p>;
  if (name === undefined) return null;
  return (
    <div className={styles.walking}>
      <Chips
        legend={memory.how.walked}
        options={names}
        face={(each) => (
          <>
            <Swatch look={lookOf(each)} />
            <span>{contenders[each].label}</span>
          </>
        )}
        value={name}
        onChange={(reader) => lab.see({ reader, line: 0, focus: 0 })}
      />
      <WalkPlace says={memory.how.walk} of={microscope} given={{ name }} />
    </div>
  );
}
