/** The story of the optimizer lab: what a learned optimiser does, and where it ends. */

import { digits } from '../../words/digits';
import { say, sayNumber } from '../../words/format';
import type { Words } from '../../words/words';
import type { Sight, Story } from '../kit/story/story';
import { type OptimizerLab, type State, stepOf } from './lab';
import { bestTuned } from './race';
import { subject } from './racers';

/** Meta-iterations after which one that begins from scratch proposes more than noise. */
const BEGUN = 500;

/** What a race on the problems of now says after some steps: the learned one, and the best of the tuned ones. */
function raced({ lab }: Sight<State>, words: Words, at: number) {
  const { race } = lab.answers;
  const { running, view } = lab;
  const own = race?.complete && race.family === running.race ? race.curves[subject] : undefined;
  const f = own?.[view.average][at];
  if (f === undefined || own!.mean.length !== running.raceSteps + 1) return null;
  const best = bestTuned(race!.curves, at, view.average);
  return {
    at: sayNumber(at),
    own: digits(f),
    other: digits(best.f),
    rival: words.contenders[best.name].label,
    ahead: f < best.f ? ('yes' as const) : ('no' as const),
  };
}

const LONGEST = 4;

export const story: Story<OptimizerLab, State> = [
  {
    name: 'surface',
    part: 'surface',
    begin: (lab) => lab.see({ step: 0 }),
    act: (lab) => lab.see({ step: lab.store.getState().running.surfaceSteps }),
    done: (now, then) => stepOf(now.lab) > stepOf(then.lab),
    seen: ({ stories }) => stories.optimizers.proposed,
  },
  {
    name: 'longer',
    part: 'settings',
    act(lab) {
      const { horizon } = lab.store.getState().running;
      lab.change('raceSteps', Math.min(LONGEST * horizon, 1000));
    },
    done: (now, then) =>
      now.lab.running.raceSteps > now.lab.running.horizon &&
      now.lab.running.raceSteps !== then.lab.running.raceSteps,
    seen(words, now) {
      const { horizon, raceSteps } = now.lab.running;
      const [trained, end] = [raced(now, words, horizon), raced(now, words, raceSteps)];
      if (trained === null || end === null) return null;
      return say(words.stories.optimizers.lengthened, {
        at: trained.at,
        own: trained.own,
        end: end.at,
        last: end.own,
        rival: end.rival,
        other: end.other,
      });
    },
  },
  {
    name: 'elsewhere',
    part: 'settings',
    act: (lab) => lab.change('race', 'blobs'),
    done: (now, then) =>
      now.lab.running.race !== now.lab.running.family &&
      now.lab.running.race !== then.lab.running.race,
    seen(words, now) {
      const { horizon, raceSteps } = now.lab.running;
      const said = raced(now, words, Math.min(horizon, raceSteps));
      return said === null ? null : say(words.stories.optimizers.moved, said);
    },
  },
  {
    name: 'scratch',
    part: 'train',
    // Back to the problems that it is trained on.
    begin(lab) {
      const { running } = lab.store.getState();
      lab.change('race', running.family);
    },
    act(lab) {
      lab.beginFromScratch();
      lab.train();
    },
    done: (now) => now.lab.running.begin === 'scratch' && now.iteration >= BEGUN,
    seen(words, now) {
      const { horizon, raceSteps } = now.lab.running;
      const said = raced(now, words, Math.min(horizon, raceSteps));
      if (said === null) return null;
      const trained = sayNumber(now.lab.answers.race!.iteration);
      return say(words.stories.optimizers.trained, { ...said, trained });
    },
  },
];
