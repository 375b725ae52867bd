/** An optimiser that was learned: where it wins, and what it did not practise. */

import type { Sight } from '../labs/kit/story/story';
import type { OptimizerLab, State } from '../labs/optimizers/lab';
import { bestTuned } from '../labs/optimizers/race';
import { subject } from '../labs/optimizers/racers';
import { digits } from '../words/digits';
import { say, sayNumber } from '../words/format';
import type { Words } from '../words/words';
import { type LessonScene, lessonOf } from './lesson';

type RaceScene = LessonScene<OptimizerLab, State>;
type Now = Sight<State>;

/** The preset trains, and races to, this step. */
const HORIZON = 100;
/** Beyond it. At twice the horizon one seed of five finds the learned one still ahead; at four times, none. */
const LONG = 4 * HORIZON;
const settings = 'preset=lstm-quadratic';

/** The learned one and the best of the tuned ones after some steps of the race in sight. */
function raced({ lab }: Now, at: number) {
  const { race } = lab.answers;
  const { running, view } = lab;
  const own = race?.complete && race.family === running.race ? race.curves[subject] : undefined;
  const f = own?.[view.average][at];
  if (f === undefined || own!.mean.length !== running.raceSteps + 1) return null;
  const best = bestTuned(race!.curves, at, view.average);
  return { own: f, other: best.f, rival: best.name, ahead: f < best.f };
}

const valuesOf = (words: Words, { own, other, rival }: NonNullable<ReturnType<typeof raced>>) => ({
  own: digits(own),
  other: digits(other),
  rival: words.contenders[rival].label,
});

const aheadAt =
  (at: number, ahead: boolean): ((now: Now) => boolean | null) =>
  (now) => {
    const said = raced(now, at);
    return said === null ? null : said.ahead === ahead;
  };

const who = (at: number) => (now: Now) => {
  const said = raced(now, at);
  return said === null ? null : said.ahead ? 'learned' : 'tuned';
};

const rule: RaceScene = {
  name: 'rule',
  address: `${settings}&step=0`,
  part: 'surface',
};

const race: RaceScene = {
  name: 'race',
  address: `${settings}&raceSteps=${HORIZON}`,
  hides: ['race'],
  question: { kind: 'choose', options: ['learned', 'tuned'], right: who(HORIZON) },
  claim: aheadAt(HORIZON, true),
  seen(words, now) {
    const said = raced(now, HORIZON);
    if (said === null) return null;
    const { first, second } = words.lessons.all['learned-optimizer'].seen;
    return say(said.ahead ? first : second, { ...valuesOf(words, said), at: HORIZON });
  },
};

const longer: RaceScene = {
  name: 'longer',
  address: `${settings}&raceSteps=${LONG}`,
  hides: ['race'],
  question: { kind: 'choose', options: ['learned', 'tuned'], right: who(LONG) },
  claim: aheadAt(LONG, false),
  seen(words, now) {
    const said = raced(now, LONG);
    if (said === null) return null;
    const { overtaken, ahead } = words.lessons.all['learned-optimizer'].seen;
    const values = { ...valuesOf(words, said), at: LONG, horizon: HORIZON };
    return say(said.ahead ? ahead : overtaken, values);
  },
};

const elsewhere: RaceScene = {
  name: 'elsewhere',
  address: `${settings}&raceSteps=${HORIZON}&race=blobs`,
  hides: ['race'],
  again: 'race',
  question: { kind: 'choose', options: ['learned', 'tuned'], right: who(HORIZON) },
  seen(words, now) {
    const said = raced(now, HORIZON);
    if (said === null) return null;
    const { carries, carriesNot } = words.lessons.all['learned-optimizer'].seen;
    return say(said.ahead ? carries : carriesNot, { ...valuesOf(words, said), at: HORIZON });
  },
};

/** Meta-iterations after which one that begins from scratch proposes more than noise. */
const BEGUN = 500;

const scratch: RaceScene = {
  name: 'scratch',
  address: `${settings}&raceSteps=${HORIZON}&begin=scratch`,
  part: 'train',
  run: { until: BEGUN, seconds: 120 },
  seen(words, now) {
    const said = raced(now, HORIZON);
    if (said === null) return null;
    const { learned } = words.lessons.all['learned-optimizer'].seen;
    return say(learned, {
      ...valuesOf(words, said),
      at: HORIZON,
      trained: sayNumber(now.iteration),
    });
  },
};

export const learnedOptimizer = lessonOf(rule, race, longer, elsewhere, scratch);
