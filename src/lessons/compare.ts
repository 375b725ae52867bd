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
    kind: 'rank',
    options: names,
    right(now) {
      const all = three(now);
      return all === null ? null : [...names].sort((a, b) => all[b] - all[a]);
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

export const compare = lessonOf(families, statistics, protocol);
