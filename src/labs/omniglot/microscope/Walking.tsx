/** Whose training is walked through, and the way there. */

import { Swatch } from '../../../ui/charts/layers';
import { Chips } from '../../../ui/controls/Chips';
import { lookOf } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import { loadWords } from '../../../words/words';
import { WalkPlace } from '../../kit/microscope/WalkPlace';
import { useLab, useLabels, useLabState } from '../hooks';
import { walkedOf } from '../lab';
import { isTrained } from '../methods/registry';
import styles from './episode.module.css';

const microscope = async () => {
  const [{ Microscope }] = await Promise.all([import('./Microscope'), loadWords('microscope')]);
  return Microscope;
};

export function Walking() {
  const lab = useLab();
  const { how } = useWords().omniglot;
  const labelOf = useLabels();
  const names = useLabState((s) => s.running.methods.filter(isTrained));
  const name = useLabState(walkedOf);
  if (name === undefined) return null;
  return (
    <div className={styles.walking}>
      <Chips
        legend={how.walked}
        options={names}
        face={(each) => (
          <>
            <Swatch look={lookOf(each)} />
            <span>{labelOf(each)}</span>
          </>
        )}
        value={name}
        onChange={(walked) => lab.see({ walked: walked as never, line: 0, focus: 0 })}
      />
      <WalkPlace says={how.walk} of={microscope} given={{ name }} />
    </div>
  );
}
