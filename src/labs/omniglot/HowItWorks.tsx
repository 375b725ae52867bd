/** What the methods are, and what is fair about comparing them. */

import type { ReactNode } from 'react';
import { useWords } from '../../ui/Say';
import text from '../../ui/text.module.css';
import { useShared } from '../kit/context';
import { Late } from '../kit/Late';
import { MethodCard } from '../kit/MethodCard';
import parts from '../kit/parts.module.css';
import type { MethodName } from './methods/registry';
import { methodWords } from './phrases';

const mattered = async () => (await import('./alphabet/Mattered')).Mattered;
const attention = async () => (await import('./episode/AttentionStrip')).AttentionStrip;

interface HowItWorksProps {
  readonly formulaOf: (name: MethodName) => string;
  /** The way to walk through a meta-iteration. */
  readonly walk: ReactNode;
}

export function HowItWorks({ formulaOf, walk }: HowItWorksProps) {
  const words = useWords();
  const { omniglotHow: how } = words;
  // Of what all labs share: this one's own hooks would bring the whole lab into the chunks that all of them load.
  const chosen = useShared((s) => s.spec.methods as readonly MethodName[]);
  return (
    <>
      <p className={parts.lead}>{how.lead}</p>
      <Late of={attention} given={{}} quiet />
      <div className={parts.cards}>
        {chosen.map((name) => (
          <MethodCard
            key={name}
            name={name}
            formula={formulaOf(name)}
            words={methodWords(words, name)}
          />
        ))}
        <article className={parts.card}>
          <h3>{how.fair}</h3>
          <p>{how.fairness}</p>
          <p className={text.hint}>{how.licence}</p>
        </article>
      </div>
      {chosen.includes('alphabet') ? <Late of={mattered} given={{}} quiet /> : null}
      {walk}
    </>
  );
}
