/** The lab in sight, taken to Python: a section of whatever dialog shows it. */

import { useState } from 'react';
import { useStore } from 'zustand';
import { loadWords } from '../words/words';
import type { AnyLab } from './kit/context';
import { inSight } from './kit/inSight';
import { Late } from './kit/Late';
import type { LabName } from './names';
import { python } from './python';

export function TakePython() {
  const lab = useStore(inSight, (s) => s.lab);
  return lab === null ? null : <Section key={lab.definition.name} lab={lab} />;
}

function Section({ lab }: { readonly lab: AnyLab }) {
  const [view] = useState(() => async () => {
    const [{ TakePython: View }, takeOf] = await Promise.all([
      import('./kit/python/TakePython'),
      python[lab.definition.name as LabName](),
      loadWords('python', 'contenders'),
    ]);
    return () => <View lab={lab} takeOf={takeOf} />;
  });
  return <Late of={view} given={{}} />;
}
