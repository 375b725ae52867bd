/** The racers by their lines, where the settings that name them are out of sight: on a phone, in a lecture. */

import { Swatch } from '../../ui/charts/layers';
import parts from '../parts/parts.module.css';
import { looks } from './looks';
import { racerLabel } from './spec';
import { useLabState } from './useLab';

export function Legend() {
  const racers = useLabState((s) => s.spec.racers);
  return (
    <ul className={parts.legend} aria-label="Legend">
      {racers.map((name) => (
        <li key={name}>
          <Swatch look={looks[name]} /> {racerLabel(name)}
        </li>
      ))}
    </ul>
  );
}
