/** The gradient of a gradient: two bowls, then what the dropped Hessian costs and saves. */

import { lossText } from '../labs/regression/adaptation/TaskLoss';
import { lossIn } from '../labs/regression/heldOut/lossIn';
import type { ContenderName } from '../labs/regression/methods';
import { digits } from '../words/digits';
import { say } from '../words/format';
import { loadWords } from '../words/words';
import { lossAfter, restOf } from './bowls/bowls';
import { example, rates } from './bowls/example';
import { lessonOf, type Run } from './lesson';
import type { WaveClaim, WaveScene, WaveSight } from './sinusoids';

const settings = 'preset=sinusoid-10shot&contenders=maml,fomaml,joint';
const run: Run = { until: 4000, seconds: 60 };
const names = ['maml', 'fomaml', 'joint'] as const satisfies readonly ContenderName[];

/** Losses of all after some steps; null while one of them is not there. */
function all(now: WaveSight, step: number): Record<(typeof names)[number], number> | null {
  const losses = names.map((name) => lossIn(now, name, step));
  if (losses.includes(null)) return null;
  return Object.fromEntries(names.map((name, i) => [name, losses[i]])) as never;
}

/** The start of first-order MAML is worse than those of MAML and of joint pre-training. */
const drifts: WaveClaim = (now) => {
  const losses = all(now, 0);
  return losses === null ? null : losses.fomaml > losses.maml && losses.fomaml > losses.joint;
};

/** Where one step lands best for both bowls. */
const bestStart = restOf('maml', example, rates.first);

const bowls: WaveScene = {
  name: 'bowls',
  address: settings,
  question: {
    kind: 'drag',
    coordinates: 2,
    plot: async () => {
      const [{ BowlsPicture }] = await Promise.all([
        import('./bowls/BowlsPicture'),
        loadWords('bowls'),
      ]);
      return BowlsPicture;
    },
    right: () => bestStart,
  },
  seen({ lessons }) {
    const places = ['maml', 'joint', 'fomaml'] as const;
    const texts = places.map((name) => {
      const rest = restOf(name, example, rates.first)!;
      return [name, digits(lossAfter(example, rest, rates.first))];
    });
    return say(lessons.all['second-order'].seen.bowls, Object.fromEntries(texts));
  },
};

const worst: WaveScene = {
  name: 'worst',
  address: `${settings}&voice=fomaml&step=0`,
  run,
  question: {
    kind: 'choose',
    options: names,
    right(now) {
      const losses = all(now, 0);
      if (losses === null) return null;
      return names.reduce((a, b) => (losses[b] > losses[a] ? b : a));
    },
  },
  claim: drifts,
  seen({ lessons }, now) {
    const losses = all(now, 0);
    if (losses === null) return null;
    const { drifted, held } = lessons.all['second-order'].seen;
    const texts = Object.entries(losses).map(([name, loss]) => [name, lossText(loss)]);
    return say(drifts(now) === true ? drifted : held, Object.fromEntries(texts));
  },
};

const one: WaveScene = {
  name: 'one',
  address: `${settings}&voice=fomaml&step=1`,
  run,
  claim(now) {
    const losses = all(now, 1);
    return losses === null ? null : losses.maml < losses.joint && losses.maml < losses.fomaml;
  },
  seen({ lessons }, now) {
    const losses = all(now, 1);
    if (losses === null) return null;
    const texts = Object.entries(losses).map(([name, loss]) => [name, lossText(loss)]);
    return say(lessons.all['second-order'].seen.one, Object.fromEntries(texts));
  },
};

/** Who was said to be the worst is asked once more, after the step has been seen. */
const again: WaveScene = {
  name: 'again',
  address: `${settings}&voice=fomaml&step=0`,
  run,
  again: 'worst',
  seen({ lessons }, now) {
    const [before, after] = [all(now, 0), all(now, 1)];
    if (before === null || after === null) return null;
    return say(lessons.all['second-order'].seen.again, {
      before: lossText(before.fomaml),
      after: lossText(after.fomaml),
      maml: lossText(before.maml),
    });
  },
};

const cost: WaveScene = {
  name: 'cost',
  address: `${settings}&voice=maml&step=1&abscissa=gradients`,
  run,
};

export const secondOrder = lessonOf(bowls, worst, one, again, cost);
