/** The end of one document and the beginning of the next, as syllables; once it is told, where counting expects them better. */

import { useMemo } from 'react';
import { useShared } from '../../labs/kit/context';
import { useWords } from '../../ui/Say';
import pictures from '../pictures.module.css';
import { MARKED, type Page, pagesOf } from './measured';

/** In the place of sixteen numbers. */
const SYLLABLES = 'ka to mi re su no la vi pe du fo zi ha ge bu lo'.split(' ');

export function PagesPicture({ revealed }: { readonly revealed: boolean }) {
  const { reading } = useWords().pictures;
  const seed = useShared((s) => s.spec.seed as number);
  const [end, beginning] = useMemo(() => pagesOf(seed), [seed]);
  return (
    <div className={pictures.pages}>
      <Tokens title={reading.end} page={end} revealed={revealed} />
      <Tokens title={reading.beginning} page={beginning} revealed={revealed} />
      {revealed ? (
        <p className={pictures.key}>
          <span data-gain="better">{reading.better}</span>
          <span data-gain="worse">{reading.worse}</span>
        </p>
      ) : null}
    </div>
  );
}

interface TokensProps {
  readonly title: string;
  readonly page: Page;
  readonly revealed: boolean;
}

const gainOf = (gain: number) => (gain > MARKED ? 'better' : gain < -MARKED ? 'worse' : undefined);

function Tokens({ title, page: { tokens, gains }, revealed }: TokensProps) {
  return (
    <figure>
      <figcaption>{title}</figcaption>
      {/* An invented language is nobody's to translate. */}
      <p className={pictures.tokens} translate="no">
        {[...tokens].map((token, t) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place
            key={t}
            data-gain={revealed ? gainOf(gains[t]!) : undefined}
          >
            {SYLLABLES[token]}
          </span>
        ))}
      </p>
    </figure>
  );
}
