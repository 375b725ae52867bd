/** Who leads the race where the learned optimiser was trained for, and what became of it beyond. */

import type { ReactNode } from 'react';
import { Say, useWords } from '../../ui/Say';
import { digits } from '../../words/digits';
import { say, sayList, sayNumber } from '../../words/format';
import type { Average } from '../kit/Average';
import { useLabState } from './hooks';
import styles from './optimizers.module.css';
import { bestTuned, type Curves } from './race';
import { subject, tunedNames } from './racers';

/** Its own line, which stays where it is while what it says comes and goes. */
const Line = ({ children }: { readonly children: ReactNode }) => (
  <p className={styles.verdict}>
    <span>{children}</span>
  </p>
);

export function Verdict() {
  const { optimizers, contenders } = useWords();
  const text = optimizers.race;
  const race = useLabState((s) => s.answers.race);
  const { horizon, dimension } = useLabState((s) => s.running);
  const { average } = useLabState((s) => s.view);
  if (race?.tuning != null) {
    const { tried, of } = race.tuning;
    return <Line>{say(text.tuning, { tried, of })}</Line>;
  }
  if (race === null || race.grids === null) return <Line>{text.running}</Line>;
  const learned = race.curves[subject];
  if (!race.complete || learned === undefined) return <Line>{text.running}</Line>;
  const steps = learned.mean.length - 1;
  const leaderAt = (t: number) => {
    const { name, f } = bestTuned(race.curves, t, average);
    return { f, said: { rival: contenders[name].label, other: digits(f) } };
  };
  const at = Math.min(horizon, steps);
  const [own, end] = [learned[average][at]!, learned[average][steps]!];
  const last = leaderAt(steps);
  const beside = besideOf(race.curves, average, Math.min(dimension, at), at);
  const away = [subject, ...tunedNames].flatMap((name) => {
    const count = race.curves[name]!.ranAway[steps]!;
    return count > 0 ? [say(text.awayOn, { name: contenders[name].label, count })] : [];
  });
  return (
    <Line>
      <Say
        message={text.leads}
        values={{ at: sayNumber(at), average, own: digits(own), ...leaderAt(at).said }}
      />
      {steps > at ? (
        <>
          <span>{` ${text.beyond[fateOf(own, end, last.f)]} `}</span>
          <span>{say(text.end, { at: sayNumber(steps), own: digits(end), ...last.said })}</span>
        </>
      ) : null}
      {beside === null ? null : (
        <span>
          {` ${say(text[beside.said], { ...beside, ahead: beside.f < own ? 'yes' : 'no', f: digits(beside.f), at: sayNumber(beside.at) })}`}
        </span>
      )}
      {away.length > 0 ? (
        <span>
          {` ${say(text.away, { list: sayList(away), problems: sayNumber(race.problems) })}`}
        </span>
      ) : null}
    </Line>
  );
}

/** Who has nothing to tune, and what f that leads to: on quadratics at the step that is to end it. */
function besideOf(curves: Curves, average: Average, ends: number, at: number) {
  const { cg, lbfgs } = curves;
  if (cg !== undefined) return { said: 'conjugate', f: cg[average][ends]!, at: ends } as const;
  return lbfgs === undefined ? null : ({ said: 'elsewhere', f: lbfgs[average][at]!, at } as const);
}

/** What became of the learned optimiser past the horizon that it was trained for. */
function fateOf(own: number, end: number, rival: number) {
  if (!(end < 2 * own)) return 'diverges';
  if (end > 0.5 * own) return 'stalls';
  return end > rival ? 'slower' : 'ahead';
}
