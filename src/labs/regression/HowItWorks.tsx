/** What each contender does with the same tasks, as its paper writes it. */

import { Formula } from '../../ui/Formula';
import { useWords } from '../../ui/Say';
import { MethodCard } from '../kit/MethodCard';
import { ownOf } from '../kit/ownFields';
import parts from '../kit/parts.module.css';
import { useLabState } from './hooks';
import { contenderNames, contenderOf } from './methods';

export function HowItWorks() {
  const { how } = useWords().regression;
  const chosen = useLabState((s) => contenderNames.filter((n) => s.spec.contenders.includes(n)));
  const spec = useLabState((s) => s.running);
  const inner = { rate: spec.innerRate, steps: spec.innerSteps };
  return (
    <section className={parts.below} aria-labelledby="how">
      <h2 id="how">{how.title}</h2>
      <p className={parts.lead}>{how.lead}</p>
      <Formula
        tex={String.raw`\phi_0=\theta,\qquad \phi_{k}=\phi_{k-1}-\alpha\,\nabla L_S(\phi_{k-1})`}
        words={how.inner}
      />
      <div className={parts.cards}>
        {chosen.map((name) => {
          const contender = contenderOf(name);
          const cost = contender.cost(inner, ownOf(name, contender, spec));
          return <MethodCard key={name} name={name} formula={contender.formula} cost={cost} />;
        })}
      </div>
    </section>
  );
}
