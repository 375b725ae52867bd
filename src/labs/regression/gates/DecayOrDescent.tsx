/** How much of each step draws weights towards 0, and how much goes down the gradient. */

import { Figure } from '../../../ui/charts/Figure';
import { type Axis, PlotFrame, usePlot } from '../../../ui/charts/PlotFrame';
import { useKeptAxis } from '../../../ui/charts/useKeptAxis';
import { colorInTurn } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import text from '../../../ui/text.module.css';
import { say, sayNumber, sayPercent } from '../../../words/format';
import studies from '../studies/studies.module.css';
import { Layers } from './Layers';
import { decayIn, mostDecay, type Parts } from './parts';
import type { GatesAnswer, OfGates } from './question';

/** Of the room of a step, what the bars of its layers take together. */
const FILLED = 0.8;

/** Beside the bars, for the name of what is below them. */
const ROOM = 3.4;

export function DecayOrDescent({ answer, gates }: { answer: GatesAnswer; gates: OfGates }) {
  const { gates: words } = useWords().microscope.studies;
  const { steps } = answer;
  const { parts } = gates;
  const x: Axis = useKeptAxis({
    domain: [0.5, steps + 0.5],
    ticks: Array.from({ length: steps }, (_, k) => k + 1),
    label: words.update,
  });
  const y: Axis = useKeptAxis({
    domain: [0, 1],
    ticks: [0, 0.25, 0.5, 0.75, 1],
    label: words.decay,
    format: (value) => sayPercent(value),
  });
  const most = mostDecay(parts);
  return (
    <div>
      <div className={studies.plot}>
        <Figure
          title={words.partsTitle}
          note={say(words.ofTasks, { tasks: sayNumber(answer.tasks) })}
          table={() => ({
            columns: words.partsColumns,
            rows: parts.flatMap((layer, l) =>
              layer.map((of, k) => [l + 1, k + 1, of.decay, of.descent, decayIn(of)]),
            ),
            of: answer,
          })}
        >
          <PlotFrame x={x} y={y} room={ROOM}>
            {parts.map((layer, l) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: layers are their numbers
              <Bars key={l} of={layer} layer={l} layers={parts.length} />
            ))}
          </PlotFrame>
        </Figure>
      </div>
      <Layers count={parts.length} />
      <p className={studies.outcome} aria-live="polite">
        {say(words.mostDecay, {
          ...{ share: sayPercent(most.share, 1), layer: most.layer + 1, k: most.k + 1 },
        })}
      </p>
      <p className={text.hint}>{words.partsLead}</p>
    </div>
  );
}

interface BarsProps {
  readonly of: readonly Parts[];
  readonly layer: number;
  readonly layers: number;
}

/** A bar for each step: decay from below, descent as pale above it. */
function Bars({ of, layer, layers }: BarsProps) {
  const plot = usePlot();
  if (plot === null) return null;
  const width = FILLED / layers;
  return of.map((step, k) => {
    const left = plot.x(k + 1 - FILLED / 2 + layer * width);
    const right = plot.x(k + 1 - FILLED / 2 + (layer + 0.86) * width);
    const [top, cut, foot] = [plot.y(1), plot.y(decayIn(step)), plot.y(0)];
    const bar = { x: left, width: right - left, fill: colorInTurn(layer) };
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: steps are their numbers
      <g key={k}>
        <rect {...bar} y={top} height={cut - top} opacity={0.22} />
        <rect {...bar} y={cut} height={foot - cut} />
      </g>
    );
  });
}
