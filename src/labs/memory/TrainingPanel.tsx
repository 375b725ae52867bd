/** Meta-training: the loss per drawing, from its plateau down. */

import { ticks } from '../../ui/charts/axis';
import { HorizontalRule } from '../../ui/charts/layers';
import { lookOf } from '../../ui/palette';
import { useWords } from '../../ui/Say';
import { say } from '../../words/format';
import { TrainingChart } from '../kit/TrainingChart';
import { useLabState, useReaders } from './hooks';
import { codeFor } from './labelling';
import { isTrained } from './methods';

export function TrainingPanel() {
  const { memory, contenders } = useWords();
  const { training } = memory;
  const ways = useLabState((s) => s.running.ways);
  const labels = useLabState((s) => s.running.labels);
  const trained = useLabState((s) => Object.keys(s.origin).length > 0);
  const { parts, width } = codeFor(labels, ways);
  const plateau = parts * Math.log(width);
  const curves = useReaders()
    .filter(isTrained)
    .map((name) => ({ column: name, label: contenders[name].label, look: lookOf(name) }));
  return (
    <TrainingChart
      title={training.title}
      note={training.note}
      curves={curves}
      trained={trained}
      ticks={4}
      axis={(columns) => {
        const most = Math.max(plateau, ...columns.flat().filter(Number.isFinite));
        // By half nats, so that it changes rarely.
        const domain = [0, Math.ceil(2 * (most + 0.1)) / 2] as const;
        return { domain, ticks: ticks(domain, 5), label: training.axis };
      }}
      marks={() => (
        <HorizontalRule y={plateau} label={say(training.plateau[labels], { ways })} side="above" />
      )}
    />
  );
}
