/** The contenders by their lines, where the settings that name them are out of sight: on a phone, in a lecture. */

import { algorithms } from '../../algorithms/registry';
import { Swatch } from '../../ui/charts/layers';
import parts from '../parts/parts.module.css';
import { looks } from './looks';
import { useLabState } from './useLab';

export function Legend() {
  const contenders = useLabState((s) => s.spec.contenders);
  return (
    <ul className={parts.legend} aria-label="Legend">
      {contenders.map((name) => (
        <li key={name}>
          <Swatch look={looks[name]} /> {algorithms[name].label}
        </li>
      ))}
    </ul>
  );
}
