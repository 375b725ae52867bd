/** What is to be said of held-out tasks: who runs away on them, and whether what is known of a contender is so here. */

import { digits } from '../../../words/digits';
import { say, sayNumber } from '../../../words/format';
import type { Words } from '../../../words/words';
import type { RegressionSpec } from '../fields';
import { type ContenderName, sheetOf } from '../methods';
import { knobText } from '../remarks';
import type { EvaluateAnswer, LossCurve } from './question';

/** The rate at which a contender adapts: its own, where it has one, comes before that of all. */
function rateText(words: Words, name: ContenderName, spec: RegressionSpec): string {
  const { fields, knobs, ownLoop = false } = sheetOf(name);
  const own = knobs.find((knob) => Object.hasOwn(fields, knob));
  const first = ownLoop || knobs[0] === own ? knobs[0] : undefined;
  const { label, value } = knobText(words, name, first ?? 'innerRate', spec);
  return `${label} (${value})`;
}

/** The first step by which it has run away on more tasks than not; null if there is none. */
function goneBy({ ranAway }: LossCurve, tasks: number): number | null {
  const step = ranAway.findIndex((count) => count > tasks / 2);
  return step < 0 ? null : step;
}

interface Judged {
  readonly chosen: readonly ContenderName[];
  readonly evaluation: EvaluateAnswer | null;
  readonly spec: RegressionSpec;
}

/** Those who run away on most tasks, and what to lower; empty if nobody does. */
export function awayTexts(words: Words, { chosen, evaluation, spec }: Judged): readonly string[] {
  const { seen } = words;
  const { remarks } = words.regression;
  const rates = new Set<string>();
  const away = chosen.flatMap((name) => {
    const curve = evaluation?.curves[name];
    const step = curve && goneBy(curve, evaluation!.tasks);
    if (step === null || step === undefined) return [];
    rates.add(rateText(words, name, spec));
    const count = sayNumber(curve!.ranAway[step]!);
    const tasks = sayNumber(evaluation!.tasks);
    return [say(seen.away, { name: words.contenders[name].label, step, count, tasks })];
  });
  return away.length === 0
    ? []
    : [...away, say(seen.lower, { rates: [...rates].join(remarks.or) })];
}

/** How many tasks the means leave out, after all steps; null if they are of all. */
export function countText(words: Words, { chosen, evaluation, spec }: Judged): string | null {
  const { seen } = words;
  const { remarks } = words.regression;
  const rates = new Set<string>();
  const away = chosen.flatMap((name) => {
    const curve = evaluation?.curves[name];
    const count = curve?.ranAway.at(-1) ?? 0;
    if (curve === undefined || count === 0) return [];
    rates.add(rateText(words, name, spec));
    const median = digits(curve.median.at(-1)!);
    return [
      say(seen.ranAwayOn, { name: words.contenders[name].label, count: sayNumber(count), median }),
    ];
  });
  if (away.length === 0 || evaluation === null) return null;
  const steps = Object.values(evaluation.curves)[0]!.mean.length - 1;
  return say(seen.ranAway, {
    list: away.join('; '),
    tasks: sayNumber(evaluation.tasks),
    steps,
    rates: [...rates].join(remarks.or),
  });
}

/** What the lab says of these, where their numbers bear it out. */
export function praised(name: 'maml' | 'joint' | 'metasgd', { evaluation, spec }: Judged): boolean {
  const curve = evaluation?.curves[name];
  if (curve === undefined || goneBy(curve, evaluation!.tasks) !== null) return false;
  const { median } = curve;
  const [start, last] = [median[0]!, median.at(-1)!];
  switch (name) {
    case 'maml':
      return median[1]! < 0.7 * start;
    case 'joint':
      return last > 0.2 * start && last < 2 * start;
    case 'metasgd':
      return median[Math.min(spec.innerSteps, median.length - 1)]! < 0.7 * start;
    default:
      return name satisfies never;
  }
}
