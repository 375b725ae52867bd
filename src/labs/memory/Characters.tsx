/** The characters in use, and the way to others. */

import { CharactersPanel } from '../../characters/CharactersPanel';
import type { Phrase } from '../../words/words';
import { takeCharacters } from '../kit/takeCharacters';
import { LEAST_CHARACTERS } from './fields';
import { useLab, useLabState } from './hooks';

const KEEPS_OWN: Phrase = ({ memory }) => memory.remarks.keepsOwn;

export function Characters() {
  const lab = useLab();
  const source = useLabState((s) => s.answers.stream?.source);
  const wanted = useLabState((s) => s.running.characters);
  return (
    <CharactersPanel
      source={source}
      wanted={wanted}
      least={LEAST_CHARACTERS}
      onBrought={() => lab.change('characters', 'omniglot')}
      onChanged={(message) => takeCharacters(lab, message, KEEPS_OWN)}
    />
  );
}
