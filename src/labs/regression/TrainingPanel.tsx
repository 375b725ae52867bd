/** Meta-training loss, as it comes. What was recorded keeps the name of what it was, whatever is measured now. */

import { VerticalRule } from '../../ui/charts/layers';
import { lookOf } from '../../ui/palette';
import { useWords } from '../../ui/Say';
import { say, sayNumber } from '../../words/format';
import type { Words } from '../../words/words';
import { TrainingChart } from '../kit/TrainingChart';
import { useSeries } from '../kit/useSeries';
import { useLabState } from './hooks';
import { lossAxis } from './LossCurvePanel';
import { type Measured, partsOf } from './measured';

export function TrainingPanel() {
  const { regression, contenders: names } = useWords();
  const spec = useLabState((s) => s.running);
  const contenders = useLabState((s) => s.spec.contenders);
  const parts = partsOf(useSeries(), spec);
  return (
    <TrainingChart
      title={regression.training.title}
      note={noteOf(regression, parts)}
      marks={() => parts.slice(1).map(({ from }) => <VerticalRule key={from} x={from} />)}
      curves={contenders.map((name) => ({
        column: name,
        label: names[name].label,
        look: lookOf(name),
        width: 1.7,
      }))}
      axis={() => lossAxis(spec, regression.curve.loss)}
    />
  );
}

/** After how many steps, and on how many tasks: of each part of the run, where these were moved. */
function noteOf({ training }: Words['regression'], parts: readonly Measured[]): string {
  const [only] = parts;
  if (parts.length === 1) return say(training.note, only!);
  const list = parts.map(({ from, ...what }) =>
    say(training.part, { from: sayNumber(from), ...what }),
  );
  return say(training.parts, { list: list.join(', ') });
}
