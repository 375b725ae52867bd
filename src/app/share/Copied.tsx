/** A text to be taken away: in a field, as some browsers let nobody but a person copy, and by a button. */

import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../ui/controls/Button';
import { useWords } from '../../ui/Say';
import styles from './share.module.css';

/** Milliseconds for which the button says what it did. */
const SAID = 2000;

interface CopiedProps {
  /** What the text is. */
  readonly label: string;
  readonly text: string;
  readonly copy: string;
  readonly copied: string;
  readonly rows?: number;
}

export function Copied({ label, text, copy, copied, rows = 2 }: CopiedProps) {
  const { share } = useWords();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [state, setState] = useState<'copied' | 'refused' | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text was not copied
  useEffect(() => setState(null), [text]);
  useEffect(() => {
    if (state !== 'copied') return;
    const timer = setTimeout(setState, SAID, null);
    return () => clearTimeout(timer);
  }, [state]);
  const take = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('refused');
      field.current?.focus();
      field.current?.select();
    }
  };
  return (
    <div className={styles.copied}>
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={field}
        id={id}
        readOnly
        rows={rows}
        spellCheck={false}
        value={text}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <Button voice="primary" onClick={() => void take()}>
        <span aria-live="polite">{state === 'copied' ? copied : copy}</span>
      </Button>
      {state === 'refused' ? <p role="alert">{share.noCopy}</p> : null}
    </div>
  );
}
