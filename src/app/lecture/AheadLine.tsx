/** What is being trained ahead, for which scene, and the way to stop it. */

import { useStore } from 'zustand';
import { Button } from '../../ui/controls/Button';
import { useWords } from '../../ui/Say';
import { say, sayNumber } from '../../words/format';
import { ahead, type Job, letTrain } from './aheadOfTime';
import styles from './lecture.module.css';

/** Of one run. */
export function useJobText(): (job: Job) => string {
  const { lecture } = useWords().hall;
  const at = useStore(ahead, (s) => s.at);
  const until = (job: Job) => sayNumber(job.until);
  return (job) =>
    ({
      ready: () => say(lecture.ahead.ready, { until: until(job) }),
      trains: () => say(lecture.ahead.being, { at: sayNumber(at), until: until(job) }),
      waits: () => lecture.ahead.pending,
      failed: () => lecture.ahead.failed,
    })[job.state]();
}

export function AheadLine() {
  const { lecture } = useWords().hall;
  const { jobs, at, rests, stopped } = useStore(ahead);
  if (jobs.length === 0) return null;
  const now = jobs.find(({ state }) => state === 'trains') ?? jobs.find((j) => j.state === 'waits');
  const scene = now === undefined ? '' : sayNumber(now.scene);
  const text =
    now === undefined
      ? lecture.ahead.all
      : now.state === 'trains' && !stopped
        ? say(lecture.ahead.training, { scene, at: sayNumber(at), until: sayNumber(now.until) })
        : say(lecture.ahead.waits, { scene });
  return (
    <p className={styles.ahead} data-part="ahead">
      <span>{text}</span>
      {now !== undefined && rests && !stopped ? <span>{lecture.ahead.rests}</span> : null}
      {now === undefined ? null : (
        <Button small voice="quiet" onClick={() => letTrain(stopped)}>
          {stopped ? lecture.ahead.go : lecture.ahead.stop}
        </Button>
      )}
    </p>
  );
}
