/** The next meta-iteration of a contender, walked line by line through the record of the code that trains. */

import { useEffect, useState } from 'react';
import { Button } from '../../../ui/controls/Button';
import { Stops } from '../../../ui/controls/Stops';
import { lookOf } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import text from '../../../ui/text.module.css';
import { say, sayNumber } from '../../../words/format';
import { useRunState } from '../../kit/context';
import { useUnanswered } from '../../kit/Unanswered';
import { useLab, useLabState } from '../hooks';
import type { ContenderName } from '../methods';
import './asks';
import { Listing } from './Listing';
import styles from './microscope.module.css';
import { PlanePicture } from './PlanePicture';
import type { Recorded } from './recorded';
import { TaskPlot } from './TaskPlot';
import { type Standing, standingAt } from './walk';
import { lineWords, saidOf } from './words';

/** Milliseconds for which a line stays when they follow one another by themselves. */
const STAY = 1600;

interface NamedProps {
  readonly name: ContenderName;
}

export function Microscope({ name }: NamedProps) {
  const lab = useLab();
  const { microscope, contenders } = useWords();
  const iteration = useRunState((s) => s.iteration);
  const focus = useLabState((s) => s.view.focus);
  // Another contender, or another task.
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are what is asked about
  useEffect(() => lab.ask('trace'), [lab, name, focus]);
  return (
    <section
      className={styles.microscope}
      data-part="microscope"
      aria-labelledby="microscope"
      style={{ '--own': lookOf(name).color }}
    >
      <header>
        <h3 id="microscope">
          {say(microscope.title, {
            label: contenders[name].label,
            at: sayNumber(iteration + 1),
          })}
        </h3>
        <Button small voice="quiet" onClick={() => lab.see({ microscope: 'shut' })}>
          {microscope.close}
        </Button>
      </header>
      <Inside name={name} />
    </section>
  );
}

/** The record; or why there is none. */
function Inside({ name }: NamedProps) {
  const { microscope } = useWords();
  const answer = useLabState((s) => s.answers.trace);
  const unanswered = useUnanswered('trace');
  const isPast = useLabState((s) => s.lookBack !== null);
  const training = useRunState((s) => s.phase === 'training');
  if (unanswered !== null) return <p className={text.hint}>{unanswered}</p>;
  if (isPast) return <p className={text.hint}>{microscope.past}</p>;
  if (training) return <p className={text.hint}>{microscope.training}</p>;
  if (answer === null || answer.contender !== name) {
    return <p className={text.hint}>{microscope.awaited}</p>;
  }
  if (answer.recorded === null) return <p className={text.hint}>{microscope.absent}</p>;
  return <Record name={name} iteration={answer.iteration} recorded={answer.recorded} />;
}

interface RecordProps extends NamedProps {
  readonly iteration: number;
  readonly recorded: Recorded;
}

function Record({ name, iteration, recorded }: RecordProps) {
  const words = useWords();
  const at = useLabState((s) => s.view.line);
  const running = useLabState((s) => s.running);
  const standing = standingAt(recorded, at);
  if (standing.last === 0) return <p className={styles.said}>{words.microscope.nothing}</p>;
  return (
    <>
      <Ways recorded={recorded} standing={standing} />
      <p className={styles.said} aria-live="polite">
        {saidOf(words, recorded, standing, running)}
      </p>
      <div className={styles.inside}>
        <Listing name={name} recorded={recorded} standing={standing} />
        <TaskPlot name={name} iteration={iteration} recorded={recorded} standing={standing} />
        <PlanePicture recorded={recorded} standing={standing} />
      </div>
      <p className={text.hint}>{words.microscope.honest}</p>
    </>
  );
}

interface WaysProps {
  readonly recorded: Recorded;
  readonly standing: Standing;
}

/** Back and forth in the record, another task, and what trains it. */
function Ways({ recorded, standing }: WaysProps) {
  const lab = useLab();
  const words = useWords();
  const { microscope } = words;
  const { at, last, name } = standing;
  const over = useRunState((s) => s.phase === 'finished');
  const go = (line: number) => lab.see({ line });
  return (
    <div className={styles.ways}>
      <Button disabled={at === 0} onClick={() => go(at - 1)}>
        {microscope.back}
      </Button>
      <Button voice="primary" disabled={at === last} onClick={() => go(at + 1)}>
        {microscope.next}
      </Button>
      <Player at={at} last={last} />
      <div className={styles.stops}>
        <Stops
          label={microscope.place}
          last={last}
          value={at}
          first={microscope.first}
          valueText={say(microscope.placeAt, {
            ...{ at: sayNumber(at), of: sayNumber(last) },
            line: lineWords(words, name).plain,
          })}
          onChange={go}
        />
      </div>
      <TaskChoice {...recorded} />
      <Button
        disabled={over}
        onClick={() => {
          go(0);
          lab.step();
        }}
      >
        {microscope.take}
      </Button>
    </div>
  );
}

/** Lines follow one another by themselves, from the first again after the last. */
function Player({ at, last }: Pick<Standing, 'at' | 'last'>) {
  const lab = useLab();
  const { microscope } = useWords();
  const [plays, setPlays] = useState(false);
  useEffect(() => {
    if (!plays) return undefined;
    if (at === last) {
      setPlays(false);
      return undefined;
    }
    const timer = setTimeout(() => lab.see({ line: at + 1 }), STAY);
    return () => clearTimeout(timer);
  }, [lab, plays, at, last]);
  const play = () => {
    if (at === last) lab.see({ line: 0 });
    setPlays(true);
  };
  return (
    <Button onClick={() => (plays ? setPlays(false) : play())}>
      {plays ? microscope.stop : microscope.play}
    </Button>
  );
}

function TaskChoice({ task, tasks }: Pick<Recorded, 'task' | 'tasks'>) {
  const lab = useLab();
  const { microscope } = useWords();
  const at = (number: number) => sayNumber(number + 1);
  return (
    <label className={styles.task}>
      <span className="hidden-visually">{microscope.task}</span>
      <select
        value={task}
        onChange={({ target }) => lab.see({ focus: Number(target.value) })}
        disabled={tasks === 1}
      >
        {Array.from({ length: tasks }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a task is its number
          <option key={i} value={i}>
            {say(microscope.taskAt, { at: at(i), of: sayNumber(tasks) })}
          </option>
        ))}
      </select>
    </label>
  );
}
