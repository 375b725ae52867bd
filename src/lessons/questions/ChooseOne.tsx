/** One of a few answers: it stays marked beside the one that the run bore out. */

import { useEffect, useId } from 'react';
import { useWords } from '../../ui/Say';
import styles from '../lessons.module.css';
import { closeVote, openVote } from '../votes';
import { Hands } from './Hands';

interface ChooseOneProps {
  /** By which its votes are kept. */
  readonly id: string;
  readonly ask: string;
  readonly options: readonly { readonly name: string; readonly label: string }[];
  readonly chosen: string | null;
  /** Once it is told. */
  readonly right: string | null;
  /** Null when it is too late. */
  readonly onChoose: ((name: string) => void) | null;
}

export function ChooseOne({ id, ask, options, chosen, right, onChoose }: ChooseOneProps) {
  const { ways } = useWords().lessons;
  const group = useId();
  const isOpen = onChoose !== null;
  const of = options.length;
  useEffect(() => {
    if (!isOpen) return;
    openVote(id, of);
    return () => closeVote(id);
  }, [id, of, isOpen]);
  return (
    <fieldset className={styles.choose}>
      <legend>{ask}</legend>
      {options.map(({ name, label }, i) => (
        <label key={name} data-right={name === right || undefined}>
          <input
            type="radio"
            name={group}
            checked={name === chosen}
            disabled={onChoose === null}
            onChange={() => onChoose?.(name)}
          />
          <span>{label}</span>
          <Hands id={id} answer={i} of={of} />
          {name === right ? <em>{name === chosen ? ways.asYouSaid : ways.asItWas}</em> : null}
        </label>
      ))}
    </fieldset>
  );
}
