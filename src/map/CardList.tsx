/** What no lab here runs yet: what it is, its equation, and its paper. */

import { Formula } from '../ui/Formula';
import { useWords } from '../ui/Say';
import { type CardName, cardNames, cards, sources } from './cards';
import styles from './field.module.css';

export function CardList() {
  const { field } = useWords();
  return (
    <>
      <p className={styles.lead}>{field.cardsLead}</p>
      <div className={styles.cards}>
        {cardNames.map((name) => (
          <Card key={name} name={name} />
        ))}
      </div>
    </>
  );
}

function Card({ name }: { readonly name: CardName }) {
  const { field } = useWords();
  const { title, text, formula } = field.cards[name];
  const { tex, live, sources: own } = cards[name];
  return (
    <article id={name} className={styles.card} tabIndex={-1} aria-labelledby={`${name}-title`}>
      <h4 id={`${name}-title`}>{title}</h4>
      <p className={styles.notLive}>{field.notLive}</p>
      <p>{text}</p>
      <div className={styles.formula}>
        <Formula tex={tex} words={formula} />
      </div>
      {live === undefined ? null : (
        <p>
          <a href={`#/${live}`}>{field.threeLines}</a>
        </p>
      )}
      <ul className={styles.sources}>
        {own.map((source) => (
          <li key={source}>
            <a href={sources[source]}>{field.sources[source]}</a>
          </li>
        ))}
      </ul>
    </article>
  );
}
