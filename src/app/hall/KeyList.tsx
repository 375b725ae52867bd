/** The list of keys, and the switch that turns them off. */

import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../ui/controls/Button';
import { useWords } from '../../ui/Say';
import styles from './hall.module.css';
import { keys, letKeysAct } from './keys';

export function KeyList() {
  const { hall } = useWords();
  const on = useStore(keys, (s) => s.on);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current!.showModal(), []);
  const close = () => dialog.current!.close();
  return (
    <dialog
      ref={dialog}
      className={styles.list}
      aria-labelledby="keys"
      onClose={() => keys.setState({ listed: false })}
    >
      <div className={styles.listHead}>
        <h2 id="keys">{hall.keys}</h2>
        <Button small onClick={close}>
          {hall.close}
        </Button>
      </div>
      <dl className={styles.keys} data-off={!on || undefined}>
        {Object.entries(hall.list).map(([name, { keys, does }]) => (
          <div key={name}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={on}
          onChange={({ currentTarget }) => letKeysAct(currentTarget.checked)}
        />
        <span>{hall.act}</span>
      </label>
      <p className={styles.hint}>{hall.actHint}</p>
    </dialog>
  );
}
