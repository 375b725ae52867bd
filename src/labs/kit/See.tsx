/** The panel that says what there is to see: sentences of the catalogues. */

import { Text, useWords } from '../../ui/Say';
import parts from './parts.module.css';

export function See({ sentences }: { readonly sentences: readonly string[] }) {
  const { page } = useWords().frame;
  return (
    <section className={parts.see} aria-labelledby="what-to-see">
      <h3 id="what-to-see">{page.whatToSee}</h3>
      {sentences.map((sentence) => (
        <p key={sentence}>
          <Text of={sentence} />
        </p>
      ))}
    </section>
  );
}
