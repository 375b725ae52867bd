/** The scenes of a lecture in their order: shown by a click, moved by dragging or by keys, named, annotated, deleted. */

import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../ui/controls/Button';
import { Text, useWords } from '../../ui/Say';
import { say } from '../../words/format';
import type { Words } from '../../words/words';
import { deleteScene, type Held, indexOf, lectureStore, moveScene, undoLoss } from './lecture';
import styles from './lecture.module.css';
import { SceneRow } from './SceneRow';

interface SceneListProps {
  readonly open: (held: Held) => void;
  readonly none: (words: Words) => string;
}

export function SceneList({ open, none }: SceneListProps) {
  const words = useWords();
  const { lecture } = words.hall;
  const state = useStore(lectureStore);
  const { scenes, before } = state;
  const index = indexOf(state);
  const [editing, setEditing] = useState<number | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [told, setTold] = useState('');
  const undo = useRef<HTMLButtonElement>(null);
  /** The button that moved a scene keeps the focus, wherever it has gone. */
  const moving = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after the order has changed
  useEffect(() => {
    if (moving.current !== null) document.getElementById(moving.current)?.focus();
    moving.current = null;
  }, [scenes]);
  const move = (held: Held, to: number, focus: string | null) => {
    if (to < 0 || to >= scenes.length) return;
    moving.current = focus;
    moveScene(held.id, to);
    setTold(say(lecture.moved, { title: held.scene.title, at: to + 1, of: scenes.length }));
  };
  const remove = (held: Held) => {
    deleteScene(held.id);
    setTold('');
    // The row that had the focus is gone.
    setTimeout(() => undo.current?.focus());
  };
  return (
    <div>
      {scenes.length === 0 ? (
        <p className={styles.none}>
          <Text of={none(words)} />
        </p>
      ) : null}
      <ol className={styles.scenes}>
        {scenes.map((held, i) => (
          <SceneRow
            key={held.id}
            {...{ held, i, open, move, remove }}
            isShown={i === index}
            isFirst={i === 0}
            isLast={i === scenes.length - 1}
            isEdited={editing === held.id}
            edit={() => setEditing(editing === held.id ? null : held.id)}
            isDragged={dragged === held.id}
            drag={setDragged}
            drop={() => {
              const from = scenes.find(({ id }) => id === dragged);
              if (from !== undefined) move(from, i, null);
              setDragged(null);
            }}
          />
        ))}
      </ol>
      <p className="hidden-visually" role="status">
        {told}
      </p>
      {before === null ? null : (
        <p className={styles.undo} role="status">
          <span>
            {before.lost === null
              ? lecture.replaced
              : say(lecture.deleted, { title: before.lost.title })}
          </span>
          <Button small ref={undo} onClick={undoLoss}>
            {lecture.undo}
          </Button>
        </p>
      )}
    </div>
  );
}
