/** What a stream asks of a learner, what it is trained by, and what each contender does with it. */

import { Formula } from '../../ui/Formula';
import { Text, useWords } from '../../ui/Say';
import { Sourced } from '../../ui/Sourced';
import text from '../../ui/text.module.css';
import { MethodCard } from '../kit/MethodCard';
import parts from '../kit/parts.module.css';
import { useLabState } from './hooks';
import { ThreeLines } from './lines/ThreeLines';
import { Walking } from './microscope/Walking';
import { formulaOf } from './registry';

const LOSS = String.raw`\mathcal L(\theta)=\mathbb E\Big[-\tfrac1T\sum_{t=1}^{T}\log p_\theta\big(y_t\mid x_{1:t},\,y_{1:t-1}\big)\Big]`;
const PLATEAU = {
  onehot: String.raw`\mathcal L=\ln N`,
  strings: String.raw`\mathcal L=5\ln 5`,
} as const;

export function HowItWorks() {
  const { how } = useWords().memory;
  const chosen = useLabState((s) => s.spec.readers);
  const labels = useLabState((s) => s.running.labels);
  return (
    <>
      <p className={parts.lead}>{how.lead}</p>
      <div className={parts.cards}>
        <article className={parts.card}>
          <h3>{how.loss.title}</h3>
          <Formula tex={LOSS} words={how.loss.formula} />
          <p>{how.loss.text}</p>
          {labels === 'strings' ? <p>{how.loss.ofStrings}</p> : null}
          <p className={text.hint}>
            <Sourced text={how.loss.source} />
          </p>
        </article>
        <article className={parts.card}>
          <h3>{how.plateau.title}</h3>
          <Formula tex={PLATEAU[labels]} words={how.plateau.formula[labels]} />
          <p>
            <Text of={how.plateau.text} />
          </p>
        </article>
        {chosen.map((name) => (
          <MethodCard key={name} name={name} formula={formulaOf(name)} />
        ))}
      </div>
      <ThreeLines />
      <Walking />
    </>
  );
}
