/** Adapt, compare, or copy: three families on the same drawings, and what a protocol is worth. */

import { say } from '../words/format';
import { accuracyOf, type LetterScene, type Now, percentText } from './episodes';
import { lessonOf } from './lesson';

const settings = 'preset=omniglot-5way-1shot&methods=maml,fomaml,prototypical,joint,pixels';
const names = ['maml', 'fomaml', 'prototypical'] as const;

/** Accuracies of the three; null while one of them is not there. */
function three(now: Now): Record<(typeof names)[number], number> | null {
  const all = names.map((name) => accuracyOf(now, name));
  if (all.includes(null)) return null;
  return Object.fromEntries(names.map((name, i) => [name, all[i]])) as never;
}

const families: LetterScene = {
  name: 'families',
  address: `${settings}&judge=prototypical&plane=prototypical`,
  seen({ lessons }, now) {
    const all = three(now);
    const joint = accuracyOf(now, 'joint');
    if (all === null || joint === null) return null;
    const values = { maml: percentText(all.maml), prototypical: percentText(all.prototypical) };
    return say(lessons.all.compare.seen.families, { ...values, joint: percentText(joint) });
  },
};

/** The share of its attention that matching networks give to the right drawing, over the query drawings in sight. */
function attendedIn({ lab }: Now): number | null {
  const task = lab.answers.episode;
  const attention = task?.methods.matching?.attention ?? null;
  if (task === null || attention === null) return null;
  const { ways, shots, labels } = task;
  const own = labels.map((way, i) => {
    const from = (i * ways + way) * shots;
    return attention.subarray(from, from + shots).reduce((sum, x) => sum + x, 0);
  });
  return own.reduce((sum, x) => sum + x, 0) / own.length;
}

const attend: LetterScene = {
  name: 'attend',
  address:
    'preset=omniglot-5way-1shot&methods=matching,prototypical,pixels&judge=matching&plane=matching',
  question: {
    kind: 'choose',
    options: ['p20', 'p50', 'p95'],
    right(now) {
      const share = attendedIn(now);
      if (share === null) return null;
      return share < 0.35 ? 'p20' : share < 0.75 ? 'p50' : 'p95';
    },
  },
  seen({ lessons }, now) {
    const share = attendedIn(now);
    if (share === null) return null;
    const { attends, wavers } = lessons.all.compare.seen;
    return say(share > 0.5 ? attends : wavers, { share: percentText(share) });
  },
};

/** Each question is normalised alone: those whose networks lean on the batch lose more. */
const leans = (now: Now): boolean | null => {
  const all = three(now);
  return all === null ? null : all.prototypical > all.fomaml;
};

const statistics: LetterScene = {
  name: 'statistics',
  address: `${settings}&judge=fomaml&statistics=inductive`,
  hides: ['score', 'accuracy'],
  question: {
    kind: 'choose',
    options: names,
    right(now) {
      const all = three(now);
      return all === null ? null : names.reduce((a, b) => (all[b] < all[a] ? b : a));
    },
  },
  claim: leans,
  seen({ lessons }, now) {
    const all = three(now);
    if (all === null) return null;
    const values = Object.fromEntries(names.map((name) => [name, percentText(all[name])]));
    const { leans: lean, equal } = lessons.all.compare.seen;
    return say(
      leans(now) === true ? lean : equal,
      values as Record<(typeof names)[number], string>,
    );
  },
};

const protocol: LetterScene = {
  name: 'protocol',
  address: `${settings}&judge=prototypical`,
};

export const compare = lessonOf(families, attend, statistics, protocol);
