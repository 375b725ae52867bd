/** The panel that says what there is to see: sentences of the catalogues, and below what the words in sight mean. */

import type { ReactNode } from 'react';
import { Text, useWords } from '../../ui/Say';
import { Term } from '../../ui/useHint';
import { useShared } from './context';
import parts from './parts.module.css';

interface Explained {
  readonly name: string;
  readonly help: string;
}

interface SeeProps {
  readonly sentences: readonly string[];
  /** Words that this lab alone has in sight. */
  readonly terms?: readonly Explained[];
  /** What can be done about it. */
  readonly children?: ReactNode;
}

export function See({ sentences, terms = [], children }: SeeProps) {
  const { page } = useWords().frame;
  // A lesson says itself what there is to see, in its time.
  const taught = useShared((s) => s.view.lesson !== 'none');
  const all = [page.terms.metaIteration, page.terms.heldOut, ...terms];
  return (
    <section className={parts.see} data-taught={taught || undefined} aria-labelledby="what-to-see">
      <h3 id="what-to-see" className={taught ? 'hidden-visually' : undefined}>
        {page.whatToSee}
      </h3>
      {taught
        ? null
        : sentences.map((sentence) => (
            <p key={sentence}>
              <Text of={sentence} />
            </p>
          ))}
      {children}
      <p className={parts.terms}>
        {all.map(({ name, help }) => (
          <Term key={name} help={help}>
            {name}
          </Term>
        ))}
      </p>
    </section>
  );
}
