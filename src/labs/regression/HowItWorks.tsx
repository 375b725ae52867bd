/** What each contender does with the same tasks, as its paper writes it. */

import { algorithmNames, algorithms } from '../../algorithms/registry';
import { Swatch } from '../../ui/charts/layers';
import { Formula } from '../../ui/Formula';
import { lookOf } from '../../ui/palette';
import text from '../../ui/text.module.css';
import parts from '../parts/parts.module.css';
import { useLabState } from './useLab';

export function HowItWorks() {
  const contenders = useLabState((s) =>
    algorithmNames.filter((name) => s.spec.contenders.includes(name)),
  );
  const inner = useLabState((s) => s.running.innerSteps);
  const reptile = useLabState((s) => s.running.reptileSteps);
  return (
    <section className={parts.below} aria-labelledby="how">
      <h2 id="how">How each one learns</h2>
      <p className={parts.lead}>
        Every task has support points S and query points Q. From the initialisation θ a learner
        takes gradient steps on the support: that is the inner loop, and all contenders are judged
        after the same one. They differ in how the outer loop moves θ. A bar is the mean over the
        tasks of a meta-iteration.
      </p>
      <Formula
        tex={String.raw`\phi_0=\theta,\qquad \phi_{k}=\phi_{k-1}-\alpha\,\nabla L_S(\phi_{k-1})`}
        words="φ₀ is θ; each step goes down the gradient of the support loss at rate α."
      />
      <div className={parts.cards}>
        {contenders.map((name) => {
          const { label, explanation } = algorithms[name];
          const { formula, idea, cost, source } = explanation;
          return (
            <article key={name} className={parts.card}>
              <h3>
                <Swatch look={lookOf(name)} /> {label}
              </h3>
              <Formula {...formula} />
              <p>{idea}</p>
              <p className={text.hint}>
                A task costs {cost({ inner, reptile })} in each meta-iteration.
                {source === '' ? '' : ` ${source}.`}
              </p>
            </article>
          );
        })}
      </div>
    </section>
  );
}
