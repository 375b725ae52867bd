/** Whose training is walked through, and the way there. */

import { useWords } from '../../../ui/Say';
import { loadWords } from '../../../words/words';
import { WalkChoice } from '../../kit/microscope/WalkChoice';
import { useLab, useLabels, useLabState } from '../hooks';
import { walkedOf } from '../lab';
import { isTrained } from '../methods/registry';

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
    <WalkChoice
      legend={how.walked}
      names={names}
      labelOf={labelOf}
      take={(walked) => lab.see({ walked: walked as never, line: 0, focus: 0 })}
      says={how.walk}
      of={microscope}
      given={{ name }}
    />
  );
}
