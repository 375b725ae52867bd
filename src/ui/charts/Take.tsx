/** At a figure's head: what it can be taken away as. What does so is loaded when it is pressed. */

import { useState } from 'react';
import { Button } from '../controls/Button';
import { useWords } from '../Say';
import styles from './charts.module.css';
import { Lost } from './Lost';
import type { TakeProps } from './taking/wanted';

/** What is loaded; false where it could not be. */
type Loaded = typeof import('./taking/More') | false | null;

/** What the head opens, while it is open, and what opens and closes it. */
export function useMore() {
  const [more, setMore] = useState<Loaded>(null);
  const toggle = () =>
    more ? setMore(null) : import('./taking/More').then(setMore, () => setMore(false));
  return [more, toggle] as const;
}

export function Take(props: TakeProps) {
  const { take } = useWords().frame.charts;
  const [more, toggle] = useMore();
  return (
    <>
      <Button
        small
        voice="quiet"
        className={styles.take}
        aria-label={take}
        title={take}
        aria-haspopup="menu"
        aria-expanded={!!more}
        onClick={toggle}
      >
        ⋯
      </Button>
      {more && <more.Menu {...props} onClose={toggle} />}
      {more === false && <Lost />}
    </>
  );
}
