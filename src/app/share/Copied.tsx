/** A text to be taken away: in a field, as some browsers let nobody but a person copy, and by a button. */

import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../ui/controls/Button';
import { useWords } from '../../ui/Say';
import { useBriefly } from '../../ui/useBriefly';
import styles from './share.module.css';

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
  const [isCopied, sayCopied] = useBriefly<true>();
  const [isRefused, setRefused] = useState(false);
  // Another text was neither copied nor refused.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is of the text
  useEffect(() => {
    sayCopied(null);
    setRefused(false);
  }, [text, sayCopied]);
  const take = async () => {
    try {
      await navigator.clipboard.writeText(text);
      sayCopied(true);
    } catch {
      setRefused(true);
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
        <span aria-live="polite">{isCopied ? copied : copy}</span>
      </Button>
      {isRefused ? <p role="alert">{share.noCopy}</p> : null}
    </div>
  );
}
