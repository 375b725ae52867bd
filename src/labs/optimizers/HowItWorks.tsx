/** What a learned optimiser is, how it is trained, and what each racer does with a gradient. */

import { Formula } from '../../ui/Formula';
import { Text, useWords } from '../../ui/Say';
import { Sourced } from '../../ui/Sourced';
import text from '../../ui/text.module.css';
import { loadWords } from '../../words/words';
import { MethodCard } from '../kit/MethodCard';
import { WalkPlace } from '../kit/microscope/WalkPlace';
import parts from '../kit/parts.module.css';
import { useLabState } from './hooks';
import type { RacerName } from './racers';

const META_LOSS = String.raw`\mathcal L(\phi)=\mathbb E_f\Big[\sum_{t=1}^{T} w_t\, f(\theta_t)\Big]`;

const microscope = async () => {
  const [{ Microscope }] = await Promise.all([
    import('./microscope/Microscope'),
    loadWords('microscope'),
  ]);
  return Microscope;
};

interface HowItWorksProps {
  readonly formulaOf: (name: RacerName) => string;
}

export function HowItWorks({ formulaOf }: HowItWorksProps) {
  const { how } = useWords().optimizers;
  const chosen = useLabState((s) => s.spec.racers);
  return (
    <>
      <p className={parts.lead}>{how.lead}</p>
      <div className={parts.cards}>
        <article className={parts.card}>
          <h3>{how.loss.title}</h3>
          <Formula tex={META_LOSS} words={how.loss.formula} />
          <p>
            <Text of={how.loss.text} />
          </p>
          <p className={text.hint}>
            <Sourced text={how.loss.source} />
          </p>
        </article>
        <article className={parts.card}>
          <h3>{how.race.title}</h3>
          <p>
            <Text of={how.race.text} />
          </p>
        </article>
        {chosen.map((name) => (
          <MethodCard key={name} name={name} formula={formulaOf(name)} />
        ))}
      </div>
      <WalkPlace says={how.walk} of={microscope} given={{}} />
    </>
  );
}
