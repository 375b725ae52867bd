/** Meta-training loss, as it comes. */

import { lookOf } from '../../ui/palette';
import { useWords } from '../../ui/Say';
import { say } from '../../words/format';
import { TrainingChart } from '../kit/TrainingChart';
import { useLabState } from './hooks';
import { lossAxis } from './LossCurvePanel';

export function TrainingPanel() {
  const { regression, contenders: names } = useWords();
  const spec = useLabState((s) => s.running);
  const contenders = useLabState((s) => s.spec.contenders);
  const { innerSteps: steps, metaBatch: tasks } = spec;
  return (
    <TrainingChart
      title={regression.training.title}
      note={say(regression.training.note, { steps, tasks })}
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
