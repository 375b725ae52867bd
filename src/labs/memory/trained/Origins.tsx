/** Where the trained readers came from, and the way to a run without them. */

import { useWords } from '../../../ui/Say';
import { Beforehand } from '../../kit/Beforehand';
import { useLab, useLabState } from '../hooks';
import { beginningWith } from '../presets';

export function Origins() {
  const lab = useLab();
  const { contenders } = useWords();
  const origins = useLabState((s) => Object.values(s.origin));
  return (
    <Beforehand
      trained={origins.map(({ reader, iterations, date, command }) => ({
        ...{ name: contenders[reader].label, iterations, date, command },
      }))}
      onScratch={() => lab.restartWith(beginningWith(lab.store.getState().spec, 'scratch'))}
    />
  );
}
