/** Meta-training: accuracy on validation characters, as it comes. */

import { ticks } from '../../ui/charts/axis';
import { HorizontalRule } from '../../ui/charts/layers';
import { lookOf } from '../../ui/palette';
import { useWords } from '../../ui/Say';
import { TrainingChart } from '../kit/TrainingChart';
import { useLabels, useLabState, useMethods } from './hooks';
import { isTrained } from './methods/registry';

const percent = (share: number): number => 100 * share;

export function TrainingPanel() {
  const { training } = useWords().omniglot;
  const labelOf = useLabels();
  const { ways, begin } = useLabState((s) => s.running);
  const curves = useMethods()
    .filter(isTrained)
    .map((name) => ({ column: name, label: labelOf(name), look: lookOf(name) }));
  return (
    <TrainingChart
      title={training.title}
      note={training.note}
      curves={curves}
      shown={percent}
      ticks={4}
      trained={begin === 'checkpoint'}
      axis={(columns) => {
        const least = Math.min(100, ...columns.flat().filter(Number.isFinite));
        // From a round number, so that it changes rarely.
        const domain = [Math.max(0, Math.floor((least - 3) / 10) * 10), 100] as const;
        return { domain, ticks: ticks(domain, 5), label: training.axis };
      }}
      marks={() => <HorizontalRule y={100 / ways} label={training.chance} side="above" />}
    />
  );
}
