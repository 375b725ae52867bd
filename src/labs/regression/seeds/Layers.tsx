/** Several seeds in the plot of the loss after k gradient steps, and whiskers for what is over tasks there. */

import type { ComponentProps } from 'react';
import { Band, Curve } from '../../../ui/charts/layers';
import { usePlot } from '../../../ui/charts/PlotFrame';
import { dashed, lookOf } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import { say } from '../../../words/format';
import { useLabState } from '../hooks';
import { frontOf, isOverlaid } from '../lab';
import { overSeeds } from './summary';
import { useHeld } from './useHeld';

/** From the lowest seed to the highest, and their mean: of each contender; where one stands in front, of that one. */
export function Bands() {
  const { seeds, contenders } = useWords();
  const { state } = useHeld();
  const average = useLabState((s) => s.view.average);
  const names = useLabState((s) => {
    const front = isOverlaid(s) ? frontOf(s) : undefined;
    return s.spec.contenders.filter((name) => front === undefined || front === name);
  });
  if (state.status !== 'done') return null;
  return names.map((name) => {
    const over = overSeeds(state.answers, name, average);
    if (over === null) return null;
    const k = over.mean.map((_, i) => i);
    const look = lookOf(name);
    const mean = say(seeds.mean, { name: contenders[name].label });
    return (
      <g key={name} data-part="seeds-band">
        <Band x={k} low={over.low} high={over.high} look={look} />
        {/* Where it is the only one, its edges are lines: a tint alone is nothing to go by. */}
        {names.length > 1
          ? null
          : (['low', 'high'] as const).map((edge) => (
              <Curve
                key={edge}
                x={k}
                y={over[edge]}
                look={dashed(name, 'solid')}
                width={0.8}
                opacity={0.5}
              />
            ))}
        <Curve name={mean} x={k} y={over.mean} look={look} width={1} opacity={0.7} />
      </g>
    );
  });
}

/** Half of what closes a whisker, in pixels. */
const CAP = 3;

/** Intervals as thin lines at their places. */
export function Whiskers({ x, low, high, look }: ComponentProps<typeof Band>) {
  const plot = usePlot();
  if (plot === null) return null;
  const lines = Array.from(x, (at, i) => {
    const [across, foot, head] = [plot.x(at), plot.y(low[i]!), plot.y(high[i]!)];
    if (!Number.isFinite(foot) || !Number.isFinite(head)) return '';
    const cap = (y: number) => `M${across - CAP} ${y}h${2 * CAP}`;
    return `M${across} ${foot}V${head}${cap(foot)}${cap(head)}`;
  });
  return (
    <path
      data-part="whiskers"
      d={lines.join('')}
      fill="none"
      stroke={look.color}
      style={{ strokeWidth: 'calc(1.2 * var(--px))' }}
    />
  );
}
