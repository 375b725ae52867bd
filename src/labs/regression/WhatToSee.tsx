/** What there is to see, in words that follow the state. */

import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../../ui/Say';
import { useRunState } from '../kit/context';
import { See } from '../kit/See';
import { useLabState } from './hooks';
import { lateParts, loadPart, NOTHING } from './lateParts';
import { sheetOf } from './methods';
import { divergenceText } from './remarks';
import { leavesTrainingRange } from './tasks';

/** A sentence or two on what is in sight, which depends on how far the run is, and on whether it holds here. */
export function WhatToSee() {
  const words = useWords();
  const { see, curve } = words.regression;
  const limit = useStore(lateParts, (s) => s.limit);
  const possible = useLabState((s) => limit?.aboutLimit(words, s));
  const terms = possible
    ? [curve.bestTerm, { name: words.limit.term, help: possible }]
    : [curve.bestTerm];
  const found = useStore(lateParts, (s) => s.seen);
  const stage = useRunState((s) =>
    s.iteration === 0 ? 'untrained' : s.iteration < 1000 || !found ? 'early' : 'late',
  );
  const beyond = useLabState((s) => leavesTrainingRange(s.running));
  const chosen = useLabState((s) => s.spec.contenders);
  const spec = useLabState((s) => s.running);
  const evaluation = useLabState((s) => s.answers.evaluate);
  const wanted =
    stage !== 'untrained' ||
    Object.values(evaluation?.curves ?? {}).some(({ ranAway }) => ranAway.at(-1)! > 0);
  useEffect(() => {
    // Of contenders that have learned nothing yet there is less to say.
    if (wanted) loadPart('seen', () => import('./heldOut/seen')).catch(NOTHING);
  }, [wanted]);
  const diverged = useRunState((s) => s.remarks.filter((r) => r.code === 'diverged'));
  const judged = { chosen, evaluation, spec };
  const wrong = [
    ...diverged.flatMap((remark) =>
      chosen.some((name) => name === remark.subject) ? [divergenceText(words, remark, spec)] : [],
    ),
    ...(found?.awayTexts(words, judged) ?? []),
  ];
  const counted = found?.countText(words, judged) ?? null;
  const of = (name: 'maml' | 'joint' | 'metasgd') =>
    chosen.includes(name) && found?.praised(name, judged) ? [words.seen[name]] : [];
  if (wrong.length > 0) return <See sentences={wrong} terms={terms} />;
  const all = !chosen.some((name) => sheetOf(name).knobs.length > 0)
    ? [see.idle]
    : beyond
      ? [see.beyond]
      : stage !== 'late'
        ? [see[stage]]
        : [...of('maml'), ...of('joint'), ...of('metasgd')];
  return <See sentences={counted === null ? all : [counted, ...all]} terms={terms} />;
}
