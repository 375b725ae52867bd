/** The map of the field: all methods that lectures teach, what of them is live here, and cards of what is not. */

import { type ReactNode, useEffect, useState } from 'react';
import { InTime } from '../labs/kit/InTime';
import { useWords } from '../ui/Say';
import { loadWords } from '../words/words';
import { AllThree } from './AllThree';
import { addressOf, type sectionNames, sightOf } from './address';

import { CardList } from './CardList';
import { FieldMap } from './FieldMap';
import styles from './field.module.css';
import { TwoLoops } from './TwoLoops';

const published = async () => {
  const [{ PublishedFigures }] = await Promise.all([
    import('./published/PublishedFigures'),
    loadWords('papers', 'omniglot'),
  ]);
  return PublishedFigures;
};

type SectionName = (typeof sectionNames)[number];

export function FieldPage({ params }: { readonly params: URLSearchParams }) {
  const { field } = useWords();
  const sight = sightOf(params);
  const [by, setBy] = useState(sight.by);
  useEffect(() => {
    if (sight.see === null) return;
    const place = document.getElementById(sight.see);
    place?.scrollIntoView();
    place?.focus({ preventScroll: true });
  }, [sight.see]);
  const link = (name: SectionName) => (
    <li>
      <a href={addressOf(name, by)}>{field.sections[name]}</a>
    </li>
  );
  return (
    <div className={styles.page}>
      <h2>{field.title}</h2>
      <p className={styles.lead}>{field.lead}</p>
      <ul className={styles.ways}>
        {link('cards')}
        {link('bilevel')}
        {link('published')}
        <li>
          <a href="#/lessons">{field.toLessons}</a>
        </li>
      </ul>
      <Section name="methods">
        <FieldMap by={by} onChange={setBy} />
        <AllThree />
      </Section>
      <Section name="cards">
        <CardList />
      </Section>
      <Section name="bilevel">
        <TwoLoops by={by} />
      </Section>
      <Section name="published">
        <div className={styles.late}>
          <InTime of={published} given={{}} />
        </div>
      </Section>
    </div>
  );
}

interface SectionProps {
  readonly name: SectionName;
  readonly children: ReactNode;
}

function Section({ name, children }: SectionProps) {
  const { sections } = useWords().field;
  return (
    <section id={name} className={styles.section} tabIndex={-1} aria-labelledby={`${name}-title`}>
      <h3 id={`${name}-title`}>{sections[name]}</h3>
      {children}
    </section>
  );
}
