/** The list of keys, and the switch that turns them off. */

import { useStore } from 'zustand';
import { Dialog } from '../../ui/Dialog';
import { useWords } from '../../ui/Say';
import styles from './hall.module.css';
import { keys, letKeysAct } from './keys';

export function KeyList() {
  const { hall } = useWords();
  const on = useStore(keys, (s) => s.on);
  const onClose = () => keys.setState({ listed: false });
  return (
    <Dialog title={hall.keys} close={hall.close} onClose={onClose}>
      {() => (
        <>
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
        </>
      )}
    </Dialog>
  );
}
