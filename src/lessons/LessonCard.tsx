/** A scene in sight: what it says, what it asks, what it runs, and what came out, in the numbers of the run. */

import { useEffect, useRef } from 'react';
import { useAnyLab } from '../labs/kit/context';
import { Late } from '../labs/kit/Late';
import type { LessonName } from '../labs/kit/story/lessonNames';
import { useRing } from '../labs/kit/story/useRing';
import { Button } from '../ui/controls/Button';
import { Text, useWords } from '../ui/Say';
import { say, sayNumber } from '../words/format';
import { keyOf } from './answers';
import type { LessonScene } from './lesson';
import styles from './lessons.module.css';
import { Asked } from './questions/Asked';
import { Earlier } from './questions/Earlier';
import { sceneWords } from './said';
import { useBelow, useHidden } from './useSight';
import { useStage } from './useStage';

interface LessonCardProps {
  readonly name: LessonName;
  readonly scene: LessonScene;
  /** Its place in the lesson, from 1. */
  readonly at: number;
  readonly of: number;
  /** Whether there is room beside the stage. */
  readonly beside: boolean;
  readonly go: (at: number) => void;
  /** Out of the lesson, with the lab as it is. */
  readonly leave: () => void;
}

export function LessonCard({ name, scene, at, of, beside, go, leave }: LessonCardProps) {
  const lab = useAnyLab();
  const words = useWords();
  const { ways } = words.lessons;
  const key = keyOf(name, scene.name);
  const { stage, act, stop, now } = useStage(lab, scene, key);
  const said = sceneWords(words, name, scene);
  const card = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as it comes; not when settings open beside it
  useEffect(() => {
    card.current?.focus({ preventScroll: true });
    // Of a long scene, the one button stands far below the plot.
    if (beside && !scene.below) scrollTo({ top: 0 });
  }, []);
  useRing(scene.part, stage === 'asked');
  useHidden(stage === 'shown' ? scene.withholds : (scene.hides ?? scene.withholds));
  useBelow(scene.below === true);
  const shown = stage === 'shown';
  const seen = shown && scene.seen !== undefined ? (scene.seen(words, now) ?? ways.coming) : null;
  const tells = seen !== null || stage === 'running';
  useEffect(() => {
    // In a sheet it may stand below what is in sight.
    if (tells) card.current?.scrollTo({ top: card.current.scrollHeight });
  }, [tells]);
  const last = at === of;
  const asks = scene.question?.kind;
  const pictured = scene.picture !== undefined || asks === 'drag';
  return (
    <section
      ref={card}
      className={styles.card}
      data-lesson={beside ? 'beside' : 'above'}
      data-below={scene.below || undefined}
      data-told={shown || undefined}
      data-wide={pictured || undefined}
      data-plot={pictured || asks === 'draw' || undefined}
      aria-labelledby="scene"
      tabIndex={-1}
    >
      <Place at={at} of={of} title={words.lessons.all[name].title} />
      <h3 id="scene">{said.title}</h3>
      <p>
        <Text of={said.text} />
      </p>
      {scene.picture === undefined ? null : <Late of={scene.picture} given={{ revealed: shown }} />}
      {scene.question === undefined ? null : (
        <Asked id={key} question={scene.question} words={said} shown={shown} now={now} />
      )}
      <div aria-live="polite" className={styles.seen}>
        {stage === 'running' ? <Progress until={scene.run!.until} at={now.iteration} /> : null}
        {seen === null ? null : (
          <p>
            <Text of={seen} />
          </p>
        )}
        {shown && scene.again !== undefined ? <Earlier lesson={name} scene={scene.again} /> : null}
      </div>
      <div className={styles.ways}>
        {at > 1 ? (
          <Button data-part="back" onClick={() => go(at - 1)}>
            {ways.back}
          </Button>
        ) : null}
        {stage === 'running' ? (
          <Button voice="primary" data-part="next" onClick={stop}>
            {ways.enough}
          </Button>
        ) : !shown ? (
          <Button voice="primary" data-part="next" onClick={act}>
            {said.act ?? ways.show}
          </Button>
        ) : last ? (
          <a className={styles.onward} data-part="next" href="#/lessons">
            {ways.end}
          </a>
        ) : (
          <Button voice="primary" data-part="next" onClick={() => go(at + 1)}>
            {ways.next}
          </Button>
        )}
      </div>
      <p className={styles.leave}>
        <Button small voice="quiet" onClick={leave}>
          {ways.leave}
        </Button>
        <a href="#/lessons">{ways.all}</a>
      </p>
    </section>
  );
}

interface PlaceProps {
  readonly at: number;
  readonly of: number;
  readonly title: string;
}

function Place({ at, of, title }: PlaceProps) {
  const { ways } = useWords().lessons;
  return (
    <div className={styles.place}>
      <div className={styles.bars} aria-hidden="true">
        {Array.from({ length: of }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a scene is its place
          <span key={i} data-past={i < at || undefined} />
        ))}
      </div>
      <p>
        <b>{title}</b>
        <span>{say(ways.place, { at, of })}</span>
      </p>
    </div>
  );
}

function Progress({ at, until }: { readonly at: number; readonly until: number }) {
  const { ways } = useWords().lessons;
  return (
    <p aria-live="off">
      <span>{say(ways.training, { at: sayNumber(at), until: sayNumber(until) })}</span>
      <progress max={until} value={at} aria-label={ways.progress} />
    </p>
  );
}
