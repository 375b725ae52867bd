/** Where a task of one's own is made, in one of three ways, beside the plot that shows it at once. */

import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../../ui/controls/Button';
import { Chips } from '../../../ui/controls/Chips';
import { useWords } from '../../../ui/Say';
import { useLab } from '../hooks';
import { DrawnWay } from './DrawnWay';
import { FormulaWay } from './FormulaWay';
import styles from './own.module.css';
import { PointsWay } from './PointsWay';
import { panel } from './panelState';
import { Verdict } from './Verdict';

const ways = { formula: FormulaWay, drawn: DrawnWay, points: PointsWay };
type Way = keyof typeof ways;

/** That which made the one in sight. */
function wayOf(text: string): Way {
  if (text.startsWith('draw:')) return 'drawn';
  return /^(points|file):/.test(text) ? 'points' : 'formula';
}

export function Panel() {
  const lab = useLab();
  const { ownTask } = useWords();
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const [way, setWay] = useState<Way>(() => wayOf(lab.store.getState().view.own));
  const Way = ways[way];
  useEffect(() => {
    panel.setState({ open: true });
    title.current!.focus();
    return () => panel.setState({ open: false });
  }, []);
  const close = () => {
    panel.setState({ open: false });
    document.querySelector<HTMLElement>('[data-part=own]')?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a hall hides sections here, and this one was asked for
    <div
      role="region"
      className={styles.panel}
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <header>
        <h3 id={id} ref={title} tabIndex={-1}>
          {ownTask.title}
        </h3>
        <Button small onClick={close}>
          {ownTask.close}
        </Button>
      </header>
      <Chips
        legend={ownTask.way}
        quiet
        options={Object.keys(ways) as Way[]}
        face={(each) => <span>{ownTask.ways[each]}</span>}
        value={way}
        onChange={setWay}
      />
      <Way />
      <p className={styles.verdict}>
        <Verdict />
      </p>
    </div>
  );
}
