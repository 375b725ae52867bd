/** A sentence or two on what is in sight. */

import { useWords } from '../../../ui/Say';
import { useRunState } from '../../kit/context';
import { See } from '../../kit/See';
import { useLabState } from '../hooks';
import { divergenceText } from '../remarks';

/** Meta-iterations after which a method that began untrained has learned what is said of it. */
const LEARNED = { maml: 3000, prototypical: 300 } as const;

/** Of chance, what a method has that has learned anything. */
const ABOVE_CHANCE = 1.5;

export function WhatToSee() {
  const words = useWords();
  const { see } = words.omniglot;
  const { running, origin } = useLabState(({ running, origin }) => ({ running, origin }));
  const made = useLabState((s) => s.answers.episode?.source === 'procedural');
  const old = useRunState(({ iteration }) => ({
    maml: iteration >= LEARNED.maml,
    prototypical: iteration >= LEARNED.prototypical,
  }));
  const { methods: chosen, statistics } = running;
  const diverged = useRunState((s) => s.remarks.filter((r) => r.code === 'diverged'));
  const accuracy = useLabState((s) => s.answers.accuracy);
  /** Where it is measured, praise needs more than chance. */
  const failed = (name: keyof typeof LEARNED) =>
    diverged.some(({ subject }) => subject === name) ||
    !((accuracy?.methods[name]?.mean ?? 1) > ABOVE_CHANCE / running.ways);
  const able = (name: keyof typeof LEARNED) =>
    chosen.includes(name) && (origin[name] !== undefined || old[name]) && !failed(name);
  const sentences = [
    ...diverged.map(
      (remark) =>
        chosen.some((name) => name === remark.subject) && divergenceText(words, remark, running),
    ),
    made && running.characters === 'omniglot' && see.procedural,
    Object.keys(origin).length === 0 &&
      chosen.includes('prototypical') &&
      !old.prototypical &&
      see.untrained,
    able('maml') && see.maml,
    able('prototypical') && see.prototypical,
    statistics === 'inductive' ? see.inductive : chosen.includes('maml') && see.transductive,
  ];
  return <See sentences={sentences.filter((sentence) => sentence !== false)} />;
}
