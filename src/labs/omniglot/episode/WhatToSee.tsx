/** A sentence or two on what is in sight. */

import { useWords } from '../../../ui/Say';
import { useRunState } from '../../kit/context';
import { See } from '../../kit/See';
import { useLabState } from '../hooks';

/** Meta-iterations after which a method that began untrained has learned what is said of it. */
const LEARNED = { maml: 3000, prototypical: 300 } as const;

export function WhatToSee() {
  const { see } = useWords().omniglot;
  const { running, origin } = useLabState(({ running, origin }) => ({ running, origin }));
  const made = useLabState((s) => s.answers.episode?.source === 'procedural');
  const old = useRunState(({ iteration }) => ({
    maml: iteration >= LEARNED.maml,
    prototypical: iteration >= LEARNED.prototypical,
  }));
  const { methods: chosen, statistics } = running;
  const able = (name: keyof typeof LEARNED) =>
    chosen.includes(name) && (origin[name] !== undefined || old[name]);
  const sentences = [
    made && running.characters === 'omniglot' && see.procedural,
    Object.keys(origin).length === 0 && !old.prototypical && see.untrained,
    able('maml') && see.maml,
    able('prototypical') && see.prototypical,
    statistics === 'inductive' ? see.inductive : chosen.includes('maml') && see.transductive,
  ];
  return <See sentences={sentences.filter((sentence) => sentence !== false)} />;
}
