/** Meta-training loss, as it comes. What was recorded keeps the name of what it was, whatever is measured now. */

import { VerticalRule } from '../../../ui/charts/layers';
import { Select } from '../../../ui/controls/Select';
import { lookOf } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import { say, sayList, sayNumber } from '../../../words/format';
import type { Words } from '../../../words/words';
import { TrainingChart } from '../../kit/TrainingChart';
import { useSeries } from '../../kit/useSeries';
import { useLab, useLabState } from '../hooks';
import type { ContenderName } from '../methods';
import { Pinned } from '../pins/Places';
import { useLossAxis } from '../useAxes';
import { type Abscissa, placesOf } from './abscissa';
import { type Measured, partsOf } from './measured';

export function TrainingPanel() {
  const lab = useLab();
  const { regression, contenders: names } = useWords();
  const { abscissa: over } = regression.training;
  const abscissa = useLabState((s) => s.view.abscissa);
  const pace = useLabState((s) => s.answers.pace);
  const spec = useLabState((s) => s.running);
  const contenders = useLabState((s) => s.spec.contenders);
  const axis = useLossAxis(regression.curve.loss);
  const parts = partsOf(useSeries(), spec);
  return (
    <TrainingChart
      title={regression.training.title}
      note={
        <>
          <span>{noteOf(regression, parts)}</span>
          <Select
            label={over.label}
            options={abscissae.map((value) => ({ value, label: over.options[value] }))}
            value={abscissa}
            onChange={(value) => lab.see({ abscissa: value as Abscissa }, 'pace')}
          />
        </>
      }
      behind={<Pinned of="training" />}
      over={
        abscissa === 'iterations'
          ? null
          : {
              label: over.axis[abscissa],
              places: (name, series) =>
                placesOf(abscissa, series, name as ContenderName, spec, pace),
            }
      }
      marks={() => parts.slice(1).map(({ from }) => <VerticalRule key={from} x={from} />)}
      curves={contenders.map((name) => ({
        column: name,
        label: names[name].label,
        look: lookOf(name),
        width: 1.7,
      }))}
      axis={() => axis}
    />
  );
}

const abscissae = ['iterations', 'gradients', 'seconds'] as const;

/** After how many steps, and on how many tasks: of each part of the run, where these were moved. */
function noteOf({ training }: Words['regression'], parts: readonly Measured[]): string {
  const [only] = parts;
  if (parts.length === 1) return say(training.note, only!);
  const list = parts.map(({ from, ...what }) =>
    say(training.part, { from: sayNumber(from), ...what }),
  );
  return say(training.parts, { list: sayList(list) });
}
