/** The way to Python, at the end of what explains a lab. */

import { useState } from 'react';
import { Button } from '../../../ui/controls/Button';
import { useWords } from '../../../ui/Say';
import { loadWords } from '../../../words/words';
import { useAnyLab } from '../context';
import { Late } from '../Late';
import styles from './entrance.module.css';
import type { TakeOf } from './take';

interface PythonEntranceProps {
  /** Must be the same at every rendering. */
  readonly of: () => Promise<TakeOf>;
}

export function PythonEntrance({ of }: PythonEntranceProps) {
  const lab = useAnyLab();
  const { python } = useWords().microscope;
  const [open, setOpen] = useState(false);
  const [view] = useState(() => async () => {
    const [{ TakePython }, takeOf] = await Promise.all([
      import('./TakePython'),
      of(),
      loadWords('contenders'),
    ]);
    return () => <TakePython lab={lab} takeOf={takeOf} />;
  });
  return (
    <div className={styles.entrance}>
      <Button aria-expanded={open} onClick={() => setOpen(!open)}>
        {python.open}
      </Button>
      {open ? <Late of={view} given={{}} /> : null}
    </div>
  );
}
