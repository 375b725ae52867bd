/** The characters in use, and the way to others. */

import { CharactersPanel } from '../../characters/CharactersPanel';
import { notify } from '../../session/notices';
import type { Phrase } from '../../words/words';
import { LEAST_CHARACTERS } from './fields';
import { useLab, useLabState } from './hooks';

export function Characters() {
  const lab = useLab();
  const source = useLabState((s) => s.answers.stream?.source);
  const wanted = useLabState((s) => s.running.characters);
  /** A run that has not begun takes the new characters, another keeps its own. */
  const changed = (message: Phrase) => {
    if (lab.store.getState().spec.characters !== 'omniglot') return;
    if (lab.run.store.getState().iteration === 0) lab.reset();
    else {
      const hint: Phrase = ({ memory }) => memory.remarks.keepsOwn;
      notify({ key: 'characters', tone: 'info', message, hint });
    }
  };
  return (
    <CharactersPanel
      source={source}
      wanted={wanted}
      least={LEAST_CHARACTERS}
      onBrought={() => lab.change('characters', 'omniglot')}
      onChanged={changed}
    />
  );
}
