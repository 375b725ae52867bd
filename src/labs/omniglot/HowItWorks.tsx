/** What the methods are, and what is fair about comparing them. */

import { useWords } from '../../ui/Say';
import text from '../../ui/text.module.css';
import { MethodCard } from '../kit/MethodCard';
import parts from '../kit/parts.module.css';
import { useLabState } from './hooks';
import { methodNames, methodOf } from './methods/registry';
import { methodWords } from './phrases';

export function HowItWorks() {
  const words = useWords();
  const { how } = words.omniglot;
  const chosen = useLabState((s) => methodNames.filter((name) => s.spec.methods.includes(name)));
  return (
    <section className={parts.below} aria-labelledby="how">
      <h2 id="how">{how.title}</h2>
      <p className={parts.lead}>{how.lead}</p>
      <div className={parts.cards}>
        {chosen.map((name) => (
          <MethodCard
            key={name}
            name={name}
            formula={methodOf(name).formula}
            words={methodWords(words, name)}
          />
        ))}
        <article className={parts.card}>
          <h3>{how.fair}</h3>
          <p>{how.fairness}</p>
          <p className={text.hint}>{how.licence}</p>
        </article>
      </div>
    </section>
  );
}
