/** Whose training is walked through, and the way there. */

import { useWords } from '../../../ui/Say';
import text from '../../../ui/text.module.css';
import { loadWords } from '../../../words/words';
import { WalkChoice } from '../../kit/microscope/WalkChoice';
import { useLab, useLabState, useReaders } from '../hooks';
import { walkedOf } from '../lab';
import { isTrained } from '../methods';

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
    <WalkChoice
      legend={memory.how.walked}
      names={names}
      labelOf={(each) => contenders[each].label}
      take={(reader) => lab.see({ reader, line: 0, focus: 0 })}
      says={memory.how.walk}
      of={microscope}
      given={{ name }}
    />
  );
}
