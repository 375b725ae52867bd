/** The page's opening: two networks, one wave, one step. */

import { useEffect, useLayoutEffect, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../../ui/controls/Button';
import { Stops } from '../../../ui/controls/Stops';
import { lookOf } from '../../../ui/palette';
import { Say, Text, useWords } from '../../../ui/Say';
import { Term } from '../../../ui/useHint';
import { say, sayNumber } from '../../../words/format';
import { lossOnTask } from '../adaptation/adaptation';
import type { ShippedName } from '../shipped';
import { OpeningPlot } from './OpeningPlot';
import { Opening, type OpeningState, spec } from './opening';
import styles from './opening.module.css';
import { useOpening } from './useOpening';

const ONE_DECIMAL = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
/** Milliseconds between two steps that are played. */
const STEP_TIME = 160;

interface Shown {
  readonly opening: Opening;
}

export function OpeningView({ createWorker }: { readonly createWorker: () => Worker }) {
  const [opening, setOpening] = useState<Opening | null>(null);
  // Before the first painting: what is below would be pushed down by it.
  useLayoutEffect(() => {
    const opened = new Opening(createWorker);
    setOpening(opened);
    void opened.open();
    return () => opened.dispose();
  }, [createWorker]);
  const { root } = useWords();
  return (
    <section className={styles.opening} aria-labelledby="headline">
      <h2 id="headline">
        {[root.headline.both, root.headline.each].map((sentence) => (
          <span key={sentence}>
            <Text of={sentence} />{' '}
          </span>
        ))}
      </h2>
      {opening === null ? null : <Hero opening={opening} />}
    </section>
  );
}

function Hero({ opening }: Shown) {
  return (
    <>
      <p className={styles.lede}>
        <Lede opening={opening} />
      </p>
      <div className={styles.hero}>
        <Picture opening={opening} />
        <div className={styles.numbers}>
          <Score opening={opening} name="joint" />
          <Score opening={opening} name="maml" />
        </div>
        <Steps opening={opening} />
      </div>
      <Origin opening={opening} />
    </>
  );
}

/** Root mean squared distance from the wave, as it is shown; null while it is not known. */
function offText(state: OpeningState, name: ShippedName): string | null {
  const loss = lossOnTask({ ...state, spec }, name);
  if (loss === null) return null;
  const off = Math.sqrt(loss);
  return Number.isFinite(off) ? sayNumber(off, ONE_DECIMAL) : '∞';
}

const isLive = ({ starts }: OpeningState): boolean =>
  starts === 'live' || starts === 'out-of-reach';

function Lede({ opening }: Shown) {
  const { lede } = useWords().root;
  const { starts, step, moved } = useOpening(opening, ({ starts, step, moved }) => ({
    starts,
    step,
    moved: moved !== null,
  }));
  const iteration = useStore(opening.run.store, (s) => s.iteration);
  const training = useStore(opening.run.store, (s) => s.phase === 'training');
  if (starts === 'awaited') return lede.awaited;
  if (starts === 'shipped') {
    if (step === 0) return moved ? lede.beforeMoved : lede.before;
    return <Say message={moved ? lede.afterMoved : lede.after} values={{ step }} />;
  }
  const values = { step, iteration: sayNumber(iteration), of: sayNumber(spec.iterations) };
  return (
    <>
      {starts === 'out-of-reach' ? <span>{`${lede['out-of-reach']} `}</span> : null}
      <Say message={training ? lede.live : lede.rests} values={values} />
    </>
  );
}

function Picture({ opening }: Shown) {
  const { root } = useWords();
  const training = useStore(opening.run.store, (s) => s.phase === 'training');
  const { step, maml, joint } = useOpening(opening, (s) => ({
    step: s.step,
    maml: offText(s, 'maml'),
    joint: offText(s, 'joint'),
  }));
  const said =
    maml === null || joint === null ? root.figureAwaited : say(root.figure, { step, maml, joint });
  return (
    <figure className={styles.plot} aria-label={said}>
      <OpeningPlot opening={opening} />
      {/* Spoken when it rests: a count that never ends would never fall silent. */}
      <span role="status" aria-live={training ? 'off' : 'polite'} className="hidden-visually">
        {said}
      </span>
    </figure>
  );
}

function Score({ opening, name }: Shown & { readonly name: ShippedName }) {
  const { root } = useWords();
  const off = useOpening(opening, (s) => offText(s, name));
  return (
    <p className={styles.score}>
      <span>{name === 'maml' ? root.trainedToBecome : root.trainedToBe}</span>
      <strong style={{ color: lookOf(name).color }}>{off ?? '–'}</strong>
      <Term help={root.offHelp}>{root.off}</Term>
    </p>
  );
}

function Steps({ opening }: Shown) {
  const { root } = useWords();
  const { step, moved, live } = useOpening(opening, (s) => ({
    step: s.step,
    moved: s.moved !== null,
    live: isLive(s),
  }));
  const last = spec.testSteps;
  const play = usePlay(opening, last);
  return (
    <div className={styles.steps}>
      <p className={styles.said}>
        <Say message={root.stepsSay} values={{ step, last }} />
      </p>
      <div className={styles.line}>
        <Button className={styles.play} aria-label={root.play} title={root.play} onClick={play}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M5 3.2v9.6L12.6 8Z" fill="currentColor" />
          </svg>
        </Button>
        <Stops
          label={root.steps}
          first={root.before}
          last={last}
          value={step}
          valueText={say(root.stepsText, { step })}
          onChange={(k) => opening.take(k)}
        />
      </div>
      <div className={styles.buttons}>
        {moved ? (
          <Button voice="quiet" onClick={() => opening.move(null)}>
            {root.restore}
          </Button>
        ) : null}
        {step > 0 ? (
          <Button data-part="task" onClick={() => opening.newWave()}>
            {root.newWave}
          </Button>
        ) : null}
        {live ? (
          <Watched opening={opening} />
        ) : (
          <Button
            data-part="train"
            data-deliberate
            voice={step === 0 ? 'plain' : 'primary'}
            onClick={() => opening.watch()}
          >
            {root.watch}
          </Button>
        )}
        {step === 0 ? (
          <Button data-part="step" voice="primary" onClick={() => opening.take(1)}>
            {root.one}
          </Button>
        ) : null}
        {step > 0 && step < last && !live ? (
          <Button onClick={play}>{say(root.more, { count: last - step })}</Button>
        ) : null}
      </div>
    </div>
  );
}

/** What a person can do to the training that is watched. */
function Watched({ opening }: Shown) {
  const { root } = useWords();
  const phase = useStore(opening.run.store, (s) => s.phase);
  return (
    <>
      <Button onClick={() => void opening.open()}>{root.trained}</Button>
      {phase === 'training' ? (
        <Button data-part="train" voice="primary" onClick={() => opening.run.pause()}>
          {root.pause}
        </Button>
      ) : (
        <Button
          data-part="train"
          voice="primary"
          disabled={phase === 'finished'}
          onClick={() => opening.train()}
        >
          {root.goOn}
        </Button>
      )}
    </>
  );
}

/** Takes one step after another, from the beginning if all are taken. */
function usePlay(opening: Opening, last: number): () => void {
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      const { step } = opening.store.getState();
      if (step < last) opening.take(step + 1);
      if (step + 1 >= last) setPlaying(false);
    }, STEP_TIME);
    return () => clearInterval(timer);
  }, [playing, opening, last]);
  return () => {
    if (opening.store.getState().step >= last) opening.take(0);
    // Who does not want motion sees where it ends.
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) opening.take(last);
    else setPlaying(true);
  };
}

/** What was computed beforehand, and by which command. */
function Origin({ opening }: Shown) {
  const { madeBy } = useWords().root;
  const awaited = useOpening(opening, (s) => s.starts === 'awaited');
  const made = useOpening(opening, (s) => (s.starts === 'shipped' ? s.made : null));
  // It has its place before it is known.
  if (made === null) return awaited ? <p className={styles.origin} /> : null;
  const { iteration, command } = made;
  return (
    <p className={styles.origin}>
      <Say message={madeBy} values={{ iterations: sayNumber(iteration), command }} />
    </p>
  );
}
