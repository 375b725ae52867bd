/** Which colour is which layer. */

import { Swatch } from '../../../ui/charts/layers';
import { colorInTurn } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import { say } from '../../../words/format';
import studies from '../studies/studies.module.css';

export function Layers({ count }: { readonly count: number }) {
  const { gates: words } = useWords().microscope.studies;
  return (
    <ul className={studies.key}>
      {Array.from({ length: count }, (_, l) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: layers are their numbers
        <li key={l}>
          <Swatch look={{ color: colorInTurn(l), dash: undefined }} />
          <span>{say(words.layer, { layer: l + 1 })}</span>
        </li>
      ))}
    </ul>
  );
}
