/** Train, pause, step, reset; where the run is; and the way back to where it was. */

import { engines } from '../../compute/catalogue';
import type { Phase } from '../../session/run';
import { Button } from '../../ui/controls/Button';
import { Slider } from '../../ui/controls/Slider';
import { useCore, useLabHandle, usePending, useRunState } from './context';
import styles from './parts.module.css';

export function Transport() {
  const lab = useLabHandle();
  const phase = useRunState((s) => s.phase);
  const training = phase === 'training';
  const startable = phase === 'ready' || phase === 'paused';
  return (
    <div className={styles.transport}>
      {training ? (
        <Button voice="primary" onClick={() => lab.pause()}>
          <PauseIcon /> Pause
        </Button>
      ) : (
        <Button
          voice="primary"
          disabled={phase === 'finished' || phase === 'failed'}
          onClick={() => lab.train()}
        >
          <TrainIcon /> Train
        </Button>
      )}
      <Button disabled={!startable} onClick={() => lab.step()}>
        Step
      </Button>
      <Button onClick={() => lab.reset()}>Reset</Button>
      <Status />
      <LookBack />
      <Restart />
    </div>
  );
}

function Status() {
  const { phase, iteration, rate, engine } = useRunState(({ phase, iteration, rate, engine }) => ({
    phase,
    iteration,
    rate,
    engine,
  }));
  const tuned = useCore((s) => s.tuned);
  const planned = useCore((s) => s.running.iterations);
  const training = phase === 'training';
  const left = training && rate > 0 ? (planned - iteration) / rate : null;
  return (
    // A reader that spoke every number of a running count would never fall silent.
    <div role="status" aria-live={training ? 'off' : 'polite'} className={styles.status}>
      <span>
        meta-iteration <b>{iteration.toLocaleString('en')}</b> of {planned.toLocaleString('en')}
      </span>
      <span className={styles.pace}>
        {statusWord(phase)}
        {training ? `${rateText(rate)}/s` : ''}
        {left === null ? '' : `, ${timeText(left)} left`}
      </span>
      <span>{engine === null ? 'starting an engine' : engines[engine].label}</span>
      {tuned ? (
        <span title="Settings of the training were moved during this run, so its link alone does not repeat it.">
          tuned by hand
        </span>
      ) : null}
    </div>
  );
}

function statusWord(phase: Phase): string {
  switch (phase) {
    case 'training':
      return '';
    case 'starting':
      return 'starting';
    case 'ready':
      return 'ready';
    case 'finished':
      return 'finished';
    case 'failed':
      return 'stopped';
    default:
      return 'paused';
  }
}

const rateText = (rate: number): string => (rate >= 10 ? rate.toFixed(0) : rate.toFixed(1));

function timeText(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}

/** Time travel over the snapshots that the run has kept. */
function LookBack() {
  const lab = useLabHandle();
  const kept = useRunState((s) => s.kept);
  const iteration = useRunState((s) => s.iteration);
  const lookBack = useCore((s) => s.lookBack);
  // The last place is that of now, whether or not it was kept.
  const past = kept.filter((snapshot) => snapshot.iteration < iteration);
  const place = lookBack === null ? past.length : past.findIndex((s) => s.iteration === lookBack);
  const shown = lookBack ?? iteration;
  return (
    <div className={styles.lookBack}>
      <span className={styles.at} data-past={lookBack !== null || undefined}>
        {lookBack === null ? 'now' : `at ${shown.toLocaleString('en')}`}
      </span>
      <Slider
        label="Meta-iteration"
        min={0}
        max={past.length}
        value={place < 0 ? past.length : place}
        valueText={
          lookBack === null ? `now, ${iteration.toLocaleString('en')}` : shown.toLocaleString('en')
        }
        disabled={past.length === 0}
        onChange={(index) => lab.look(past[index]?.iteration ?? null)}
      />
    </div>
  );
}

/** Changed settings that the run cannot take: what to do about them. */
function Restart() {
  const lab = useLabHandle();
  const pending = usePending();
  if (pending.length === 0) return null;
  const names = pending.map((name) => lab.definition.fields[name]!.label);
  const shown =
    names.length > 4
      ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`
      : names.join(', ');
  return (
    <div className={styles.restart}>
      <span>
        <b>{shown}</b> {names.length === 1 ? 'takes' : 'take'} effect after a restart.
      </span>
      <Button small onClick={() => lab.reset()}>
        Restart
      </Button>
      <Button small voice="quiet" onClick={() => lab.undo()}>
        Undo
      </Button>
    </div>
  );
}

function TrainIcon() {
  return (
    <svg className={styles.glyph} viewBox="0 0 10 10" aria-hidden="true">
      <path d="M2 1v8l7-4Z" fill="currentColor" />
    </svg>
  );
}

function PauseIcon() {
  return (
    <svg className={styles.glyph} viewBox="0 0 10 10" aria-hidden="true">
      <path d="M1.5 1h2.6v8H1.5zM5.9 1h2.6v8H5.9z" fill="currentColor" />
    </svg>
  );
}
