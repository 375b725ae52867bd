/** What a dynamical language model does, which is not live here. */

import { Formula } from '../../ui/Formula';
import { useWords } from '../../ui/Say';
import { Sourced } from '../../ui/Sourced';
import pictures from '../pictures.module.css';

export function ReadingFormulas() {
  const { memories } = useWords().pictures;
  return (
    <div className={pictures.formulas}>
      <Formula
        tex={String.raw`\theta_t = g_\phi\big(\theta_{t-1},\, \nabla L_t(\theta_{t-1}),\, \theta_0\big)`}
        words={memories.update}
      />
      <Formula
        tex={String.raw`\min_\phi\ \textstyle\sum_t L_t(\theta_{t-1})`}
        words={memories.goal}
      />
      <p className={pictures.source}>
        <Sourced text={memories.source} />
      </p>
    </div>
  );
}
