/** Below the plot: how far the seeds are; then what is band there, and what are whiskers. */

import { faultText } from '../../../session/phrases';
import { Button } from '../../../ui/controls/Button';
import { useWords } from '../../../ui/Say';
import { say, sayNumber } from '../../../words/format';
import { useLabState } from '../hooks';
import { type HeldState, SEEDS } from './held';
import { overSeeds } from './summary';
import { useHeld } from './useHeld';

type In<Status> = Extract<HeldState, { readonly status: Status }>;

export function Foot() {
  const { state } = useHeld();
  if (state.status === 'idle') return null;
  return (
    <figcaption>
      <Told {...state} />
      {state.status === 'running' ? <Progress {...state} /> : null}
      {state.status === 'done' ? <Legend {...state} /> : null}
      {state.status === 'failed' ? <Failed {...state} /> : null}
    </figcaption>
  );
}

/** A reader is told of each seed, and not of every number. */
function Told(state: In<'running' | 'done' | 'failed'>) {
  const { seeds } = useWords();
  return (
    <span role="status" className="hidden-visually">
      {state.status === 'running'
        ? say(seeds.told, { place: state.place + 1, of: SEEDS.length })
        : state.status === 'done'
          ? seeds.done
          : null}
    </span>
  );
}

function Progress({ plan, place: before, iteration }: In<'running'>) {
  const { seeds } = useWords();
  const { held } = useHeld();
  const { until } = plan;
  const where = { place: before + 1, of: SEEDS.length };
  return (
    <>
      <span>
        {iteration < until
          ? say(seeds.training, { ...where, at: sayNumber(iteration), until: sayNumber(until) })
          : say(seeds.evaluating, where)}
      </span>
      <Button
        small
        voice="quiet"
        onClick={({ currentTarget }) => {
          const figure = currentTarget.closest('figure');
          held.stop();
          // It goes, and hands the focus to what asks again.
          figure?.querySelector<HTMLElement>('button[data-part=seeds]')?.focus();
        }}
      >
        {seeds.stop}
      </Button>
    </>
  );
}

function Legend({ plan, answers }: In<'done'>) {
  const { seeds, frame } = useWords();
  const average = useLabState((s) => s.view.average);
  const { tasks, seed, contenders } = useLabState((s) => ({
    tasks: s.answers.evaluate?.tasks ?? 0,
    seed: s.running.seed,
    contenders: s.spec.contenders,
  }));
  const gaps = contenders.some((name) =>
    overSeeds(answers, name, average)?.mean.some((value) => !Number.isFinite(value)),
  );
  const sentences = [
    say(seeds.band, { average: frame.page[average], at: sayNumber(plan.until) }),
    ...(average === 'mean' ? [say(seeds.whiskers, { tasks: sayNumber(tasks), seed })] : []),
    ...(plan.tuned ? [seeds.tuned] : []),
    ...(gaps ? [seeds.gaps] : []),
  ];
  return <p>{sentences.join(' ')}</p>;
}

function Failed({ why }: In<'failed'>) {
  const words = useWords();
  return <p role="alert">{say(words.seeds.failed, { why: faultText(words, why) })}</p>;
}
