/** The equations of the meta-learner LSTM, which is not live here: as its paper has them. */

import { Formula } from '../../ui/Formula';
import { useWords } from '../../ui/Say';
import { Sourced } from '../../ui/Sourced';
import pictures from '../pictures.module.css';

const gate = (name: 'i' | 'f', Name: 'I' | 'F') =>
  String.raw`${name}_t = \sigma\big(W_${Name} \cdot [\nabla L_t,\, L_t,\, \theta_{t-1},\, ${name}_{t-1}] + b_${Name}\big)`;

export function CellFormulas() {
  const { gates } = useWords().pictures;
  return (
    <div className={pictures.formulas}>
      <Formula
        tex={String.raw`\theta_t = f_t \odot \theta_{t-1} - i_t \odot \nabla L_t`}
        words={gates.cell}
      />
      <Formula tex={gate('i', 'I')} words={gates.input} />
      <Formula tex={gate('f', 'F')} words={gates.forget} />
      <p className={pictures.source}>
        <Sourced text={gates.source} />
      </p>
    </div>
  );
}
