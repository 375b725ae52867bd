/** What a person answered, as marks of the chart: shares with the interval of so many answers. */

import { usePlot } from '../../../ui/charts/PlotFrame';
import { useType } from '../../../ui/charts/type';
import { useYou } from '../you/asked';
import { countsOf, shareOf } from '../you/sittings';

/** Right answers of a person to streams of the kind in sight, by sighting. */
export function useYours() {
  const { sittings, kind } = useYou();
  const counts = countsOf(sittings, kind);
  return { counts, answers: counts.reduce((sum, { of }) => sum + of, 0) };
}

export function Yours() {
  const plot = usePlot();
  const { rem } = useType();
  const { counts, answers } = useYours();
  if (plot === null || answers === 0) return null;
  const r = 0.34 * rem;
  return (
    <g data-part="yours" stroke="var(--ink)" strokeWidth={0.1 * rem}>
      {counts.map((count, i) => {
        const found = shareOf(count);
        if (found === null) return null;
        const { share, low, high } = found;
        const [x, y] = [plot.x(i + 1), plot.y(share)];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sighting is its place
          <g key={i}>
            <path
              d={`M${x} ${plot.y(low)}V${plot.y(high)}`}
              strokeWidth={0.07 * rem}
              opacity={0.5}
            />
            <path
              d={`M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`}
              fill="var(--ink)"
              stroke="var(--paper)"
            />
          </g>
        );
      })}
    </g>
  );
}
