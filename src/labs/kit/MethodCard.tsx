/** What one contender does, as its paper writes it. */

import { Swatch } from '../../ui/charts/layers';
import { Formula } from '../../ui/Formula';
import { type ContenderName, lookOf } from '../../ui/palette';
import { useWords } from '../../ui/Say';
import { Sourced } from '../../ui/Sourced';
import text from '../../ui/text.module.css';
import { say } from '../../words/format';
import type { AboutWords, ContenderWords } from '../../words/shape';
import parts from './parts.module.css';

interface MethodCardProps {
  readonly name: ContenderName;
  readonly formula: string;
  /** What it is, where that is not everywhere the same. */
  readonly words?: ContenderWords & AboutWords;
}

export function MethodCard({ name, formula, words }: MethodCardProps) {
  const { contenders, about, frame } = useWords();
  const { label } = words ?? contenders[name];
  const { plain, idea, source, formula: inWords } = words ?? about[name];
  return (
    <article className={parts.card}>
      <h3>
        <Swatch look={lookOf(name)} />
        <span>{` ${label}`}</span>
      </h3>
      <p className={parts.plain}>{plain}</p>
      <Formula tex={formula} words={inWords} />
      <p>{idea}</p>
      {source === '' ? null : (
        <p className={text.hint}>
          <Sourced text={say(frame.page.source, { source })} />
        </p>
      )}
    </article>
  );
}
