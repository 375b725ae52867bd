/** Train, pause, step; where the run is; and the way back to where it was. */

import type { ReactNode } from 'react';
import { engineLabel } from '../../session/phrases';
import { Button } from '../../ui/controls/Button';
import { Slider } from '../../ui/controls/Slider';
import { Say, useWords } from '../../ui/Say';
import { Term } from '../../ui/useHint';
import { say, sayList, sayNumber } from '../../words/format';
import type { Words } from '../../words/words';
import { fieldWords, useAnyLab, usePending, useRunState, useShared, useShown } from './context';
import styles from './parts.module.css';

/** It stands at the foot: how high it is, so that nothing ends up under it. */
function toldHeight(bar: HTMLDivElement) {
  const { style } = document.documentElement;
  const observer = new ResizeObserver(() => {
    style.setProperty('--foot', `${bar.offsetHeight}px`);
  });
  observer.observe(bar);
  return () => {
    observer.disconnect();
    style.removeProperty('--foot');
  };
}

/** @param strip what lies behind the way back: the curve of what was learned */
export function Transport({ strip }: { readonly strip: ReactNode }) {
  const lab = useAnyLab();
  const { transport } = useWords().frame;
  const phase = useRunState((s) => s.phase);
  const training = phase === 'training';
  // What has failed is tried again.
  const over = phase === 'finished';
  return (
    <div ref={toldHeight} data-part="transport" className={styles.transport}>
      {training ? (
        <Button voice="primary" data-part="train" onClick={() => lab.pause()}>
          <PauseIcon />
          <span>{` ${transport.pause}`}</span>
        </Button>
      ) : (
        <Button voice="primary" data-part="train" disabled={over} onClick={() => lab.train()}>
          <TrainIcon />
          <span>{` ${transport.train}`}</span>
        </Button>
      )}
      <Button data-part="step" disabled={over || training} onClick={() => lab.step()}>
        {transport.step}
      </Button>
      <div className={styles.timeLine}>
        <LookBack strip={strip} />
        <Status />
      </div>
      <Silence />
      <Restart />
    </div>
  );
}

/** Seconds without a word from the worker after which a person may want to know. */
const LONG = 8;

/** A long piece of work is no fault, but a person may not want to wait for it. */
function Silence() {
  const lab = useAnyLab();
  const { transport } = useWords().frame;
  const seconds = useRunState((s) => s.silent);
  if (seconds < LONG) return null;
  return (
    <div className={styles.restart} role="alert">
      <span>{say(transport.silent, { seconds })}</span>
      <Button small onClick={() => lab.hurry()}>
        {transport.hurry}
      </Button>
    </div>
  );
}

function Status() {
  const words = useWords();
  const { transport } = words.frame;
  const { phase, iteration, rate, engine } = useRunState(({ phase, iteration, rate, engine }) => ({
    phase,
    iteration,
    rate,
    engine,
  }));
  const tuned = useShared((s) => s.tuned);
  const planned = useShared((s) => s.running.iterations);
  const training = phase === 'training';
  const of = sayNumber(planned);
  return (
    // A reader that spoke every number of a running count would never fall silent.
    <div
      role="status"
      aria-live={training ? 'off' : 'polite'}
      className={styles.status}
      style={{ '--room': of.length }}
    >
      <span>
        <span>
          <Say message={transport.iteration} values={{ at: sayNumber(iteration), of }} />
        </span>
        {tuned ? (
          <span className={styles.tuned}>
            <Term help={transport.tunedHelp}>{transport.tuned}</Term>
          </span>
        ) : null}
      </span>
      <span className={styles.pace}>
        {training ? paceText(words, rate, planned - iteration) : transport.phases[phase]}
      </span>
      <span>{engine === null ? transport.startingEngine : engineLabel(words, engine)}</span>
    </div>
  );
}

function paceText(words: Words, perSecond: number, left: number): string {
  const { transport } = words.frame;
  const rate = perSecond >= 10 ? perSecond.toFixed(0) : perSecond.toFixed(1);
  if (perSecond <= 0) return say(transport.rate, { rate });
  return say(transport.rateAndLeft, { rate, left: timeText(words, left / perSecond) });
}

function timeText({ frame: { transport } }: Words, seconds: number): string {
  if (seconds < 90) return say(transport.seconds, { count: Math.ceil(seconds) });
  if (seconds < 5400) return say(transport.minutes, { count: Math.round(seconds / 60) });
  return say(transport.hours, { count: (seconds / 3600).toFixed(1) });
}

/** Time travel over the snapshots that the run has kept. */
function LookBack({ strip }: { readonly strip: ReactNode }) {
  const lab = useAnyLab();
  const { transport } = useWords().frame;
  const kept = useRunState((s) => s.kept);
  const iteration = useRunState((s) => s.iteration);
  const lookBack = useShared((s) => s.lookBack);
  // The last place is that of now, whether or not it was kept.
  const past = kept.filter((snapshot) => snapshot.iteration < iteration);
  const place = lookBack === null ? past.length : past.findIndex((s) => s.iteration === lookBack);
  const shown = sayNumber(lookBack ?? iteration);
  const planned = useShared((s) => s.running.iterations);
  return (
    <div className={styles.lookBack} style={{ '--room': sayNumber(planned).length }}>
      <span className={styles.at} data-past={lookBack !== null || undefined}>
        {lookBack === null ? transport.now : say(transport.at, { at: shown })}
      </span>
      <div className={styles.way}>
        {past.length > 0 ? strip : null}
        <Slider
          label={transport.lookBack}
          min={0}
          max={past.length}
          value={place < 0 ? past.length : place}
          valueText={lookBack === null ? say(transport.nowAt, { at: shown }) : shown}
          disabled={past.length === 0}
          onChange={(index) => lab.look(past[index]?.iteration ?? null)}
        />
      </div>
    </div>
  );
}

/** Names of this many settings that wait are written out. */
const MOST_NAMES = 4;

/** Changed settings that the run cannot take: what to do about them. */
function Restart() {
  const shown = useShown();
  const words = useWords();
  const { transport } = words.frame;
  const pending = usePending();
  if (pending.length === 0) return null;
  const labels = pending.map((name) => fieldWords(words, shown, name).label);
  const few = sayList(labels.slice(0, MOST_NAMES - 1));
  const names =
    labels.length > MOST_NAMES
      ? say(transport.andMore, { names: few, more: labels.length - MOST_NAMES + 1 })
      : sayList(labels);
  return (
    <div className={styles.restart}>
      <span>
        <Say message={transport.pending} values={{ names, count: labels.length }} />
      </span>
      <Button small onClick={() => shown.lab.reset()}>
        {transport.restart}
      </Button>
      <Button small voice="quiet" onClick={() => shown.lab.undo()}>
        {transport.undo}
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
