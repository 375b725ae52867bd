/** One scene in the list: what it is, and what can be done with it. */

import { type KeyboardEvent, useState } from 'react';
import { useStore } from 'zustand';
import { inSight } from '../../labs/kit/inSight';
import { Button } from '../../ui/controls/Button';
import { useWords } from '../../ui/Say';
import { say, sayNumber } from '../../words/format';
import { useJobText } from './AheadLine';
import { ahead } from './aheadOfTime';
import { MOST } from './form';
import { changeScene, type Held } from './lecture';
import styles from './lecture.module.css';
import { takeScene } from './take';

interface SceneRowProps {
  readonly held: Held;
  /** Its place, from 0. */
  readonly i: number;
  readonly isShown: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isEdited: boolean;
  readonly isDragged: boolean;
  readonly open: (held: Held) => void;
  readonly edit: () => void;
  readonly move: (held: Held, to: number, focus: string | null) => void;
  readonly remove: (held: Held) => void;
  readonly drag: (id: number | null) => void;
  readonly drop: () => void;
}

export function SceneRow(props: SceneRowProps) {
  const { held, i, isShown, isFirst, isLast, isEdited, isDragged } = props;
  const { open, edit, move, remove, drag, drop } = props;
  const {
    frame,
    hall: { lecture },
  } = useWords();
  const { id, scene } = held;
  const { title } = scene;
  const onKey = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by === undefined || !event.altKey) return;
    event.preventDefault();
    move(held, i + by, (event.target as Element).id || null);
  };
  return (
    <li
      draggable={!isEdited}
      data-dragged={isDragged || undefined}
      aria-current={isShown ? 'step' : undefined}
      onKeyDown={onKey}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', title);
        drag(id);
      }}
      onDragEnd={() => drag(null)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        drop();
      }}
    >
      <div className={styles.row}>
        <button
          type="button"
          id={`scene-${id}`}
          className={styles.title}
          aria-label={say(lecture.open, { title })}
          onClick={() => open(held)}
        >
          <span>{title}</span>
        </button>
        <p className={styles.about}>
          <span>{frame.labs[scene.lab]}</span>
          <Trained {...held} />
          {isShown ? <b>{lecture.here}</b> : null}
        </p>
        <div className={styles.does}>
          <Button
            small
            voice="quiet"
            aria-label={say(lecture.edit, { title })}
            title={say(lecture.edit, { title })}
            aria-expanded={isEdited}
            onClick={edit}
          >
            ✎
          </Button>
          <Button
            small
            voice="quiet"
            id={`earlier-${id}`}
            aria-label={say(lecture.earlier, { title })}
            title={say(lecture.earlier, { title })}
            aria-disabled={isFirst}
            onClick={() => move(held, i - 1, `earlier-${id}`)}
          >
            ↑
          </Button>
          <Button
            small
            voice="quiet"
            id={`later-${id}`}
            aria-label={say(lecture.later, { title })}
            title={say(lecture.later, { title })}
            aria-disabled={isLast}
            onClick={() => move(held, i + 1, `later-${id}`)}
          >
            ↓
          </Button>
          <Button
            small
            voice="quiet"
            aria-label={say(lecture.remove, { title })}
            title={say(lecture.remove, { title })}
            onClick={() => remove(held)}
          >
            ✕
          </Button>
        </div>
      </div>
      {isEdited ? <Edit {...held} /> : null}
    </li>
  );
}

/** How far its run was, and whether that is there already. */
function Trained({ scene: { lab, address, run } }: Held) {
  const { lecture } = useWords().hall;
  const text = useJobText();
  const job = useStore(ahead, ({ jobs }) =>
    jobs.find(
      (job) => job.lab === lab && job.until === run?.until && job.addresses.includes(address),
    ),
  );
  if (run === undefined) return <span>{lecture.untrained}</span>;
  const until = say(lecture.until, { until: sayNumber(run.until) });
  return <span>{job === undefined ? until : text(job)}</span>;
}

function Edit({ id, scene }: Held) {
  const { lecture } = useWords().hall;
  /** Until there is a letter again, the scene keeps the title that it had. */
  const [title, setTitle] = useState(scene.title);
  const lab = useStore(inSight, (s) => s.lab);
  return (
    <div className={styles.edit}>
      <label>
        <span>{lecture.name}</span>
        <input
          value={title}
          maxLength={MOST.title}
          required
          onChange={({ currentTarget: { value } }) => {
            setTitle(value);
            if (value.trim() !== '') changeScene(id, { title: value });
          }}
        />
      </label>
      <label>
        <span>{lecture.notes}</span>
        <textarea
          value={scene.notes ?? ''}
          maxLength={MOST.notes}
          rows={4}
          onChange={({ currentTarget: { value } }) =>
            changeScene(id, { notes: value === '' ? undefined : value })
          }
        />
      </label>
      {lab === null ? null : (
        <Button
          small
          onClick={() => {
            const { title: _, ...page } = takeScene() ?? { title: '' };
            changeScene(id, { run: undefined, spotlight: undefined, ...page });
          }}
        >
          {lecture.retake}
        </Button>
      )}
    </div>
  );
}
