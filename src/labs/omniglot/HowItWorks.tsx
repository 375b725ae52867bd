/** What the methods are, and what is fair about comparing them. */

import { matchingNetworks, prototypicalNetworks } from '../../algorithms/embedding';
import { maml } from '../../algorithms/maml';
import { reptile } from '../../algorithms/reptile';
import { Formula } from '../../ui/Formula';
import text from '../../ui/text.module.css';
import parts from '../parts/parts.module.css';

const ADAPTING = [maml, reptile];
const EMBEDDING = [prototypicalNetworks, matchingNetworks];

export function HowItWorks() {
  return (
    <section className={parts.below} aria-labelledby="how">
      <h2 id="how">Learning a character from one drawing</h2>
      <p className={parts.lead}>
        A task holds a few characters that nobody has seen in training, with a drawing or two of
        each. Some methods adapt their weights to it; others compare drawings in a space that they
        have learned. All share one network, four small convolutions.
      </p>
      <div className={parts.cards}>
        {[...ADAPTING, ...EMBEDDING].map(({ label, explanation }) => (
          <article key={label} className={parts.card}>
            <h3>{label}</h3>
            <Formula tex={explanation.formula.tex} words={explanation.formula.words} />
            <p>{explanation.idea}</p>
            <p className={text.hint}>{explanation.source}</p>
          </article>
        ))}
        <article className={parts.card}>
          <h3>What they are compared with</h3>
          <p>
            <b>Joint training</b> tells all training characters apart with one big last layer; on a
            new task that layer is replaced and tuned on frozen features.{' '}
            <b>Random initialisation</b> adapts weights that have learned nothing.{' '}
            <b>Nearest neighbour</b> compares pixels by their cosine.
          </p>
        </article>
        <article className={parts.card}>
          <h3>Fair, and how far</h3>
          <p>
            Every method is shown the same held-out tasks, and begins with the same body. Training
            is each paper’s: MAML sees tasks like those of the test, embeddings see more ways at
            once, Reptile more drawings. The trained ones depart from the papers as their preset
            says. No character is in two splits, and turned ones make new classes in training only.
          </p>
          <p className={text.hint}>
            Omniglot: Lake, Salakhutdinov and Tenenbaum 2015, MIT licence.
          </p>
        </article>
      </div>
    </section>
  );
}
