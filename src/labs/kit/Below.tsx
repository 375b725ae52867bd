/** What explains a lab, below its stage: its title stands there at once, the rest comes when somebody comes near. */

import { type ComponentType, useRef } from 'react';
import { useWords } from '../../ui/Say';
import { useWanted } from '../../ui/useWanted';
import type { Words } from '../../words/words';
import { Late } from './Late';
import parts from './parts.module.css';

interface BelowProps<Given extends object> {
  readonly title: (words: Words) => string;
  /** Must be the same at every rendering. */
  readonly of: () => Promise<ComponentType<Given>>;
  /** What the lab has at hand anyway: what is loaded late and knows less of it brings less along. */
  readonly given: Given;
}

export function Below<Given extends object>({ title, of, given }: BelowProps<Given>) {
  const words = useWords();
  const section = useRef<HTMLElement>(null);
  const wanted = useWanted(section);
  return (
    <section ref={section} className={`${parts.below} ${parts.late}`} aria-labelledby="how">
      <h2 id="how">{title(words)}</h2>
      {wanted ? <Late of={of} given={given} quiet /> : null}
    </section>
  );
}
