/** The lab in sight, taken to Python: a section of whatever dialog shows it. */

import { useState } from 'react';
import { useStore } from 'zustand';
import { loadWords } from '../words/words';
import type { AnyLab } from './kit/context';
import { inSight } from './kit/inSight';
import { Late } from './kit/Late';
import type { TakeOf } from './kit/python/take';
import type { LabName } from './names';
import { python } from './python';

export function TakePython() {
  const lab = useStore(inSight, (s) => s.lab);
  const takeOf = lab === null ? undefined : python[lab.definition.name as LabName];
  if (lab === null || takeOf === undefined) return null;
  return <Section key={lab.definition.name} lab={lab} load={takeOf} />;
}

interface SectionProps {
  readonly lab: AnyLab;
  readonly load: () => Promise<TakeOf>;
}

function Section({ lab, load }: SectionProps) {
  const [view] = useState(() => async () => {
    const [{ TakePython: View }, takeOf] = await Promise.all([
      import('./kit/python/TakePython'),
      load(),
      loadWords('python', 'contenders'),
    ]);
    return () => <View lab={lab} takeOf={takeOf} />;
  });
  return <Late of={view} given={{}} />;
}
