/** Published figures beside ours, those of the run in sight among them. */

import { presetOf } from '../../../spec/preset';
import { BesidePapers } from '../../kit/BesidePapers';
import { fields } from '../fields';
import { useLabState } from '../hooks';
import { statisticsOf } from '../methods/method';
import { methodOf } from '../methods/registry';
import { like, presets } from '../presets';
import { presentationOf, reportNames, rowOf } from './papers';

export function PapersPanel() {
  const { running, accuracy } = useLabState((s) => ({
    running: s.running,
    accuracy: s.answers.accuracy,
  }));
  const preset = presetOf(fields, presets, running, like);
  return (
    <BesidePapers
      name={reportNames.find((name) => name === preset) ?? null}
      presentation={(name) => presentationOf(name as (typeof reportNames)[number])}
      iteration={accuracy?.iteration ?? 0}
      live={(row) => {
        const { method, with: statistics } = rowOf(row);
        const own = statisticsOf(methodOf(method), { statistics: 'paper' });
        const now = accuracy && statisticsOf(methodOf(method), accuracy);
        return now === (statistics ?? own) ? (accuracy?.methods[method] ?? null) : null;
      }}
    />
  );
}
