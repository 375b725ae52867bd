/** The optimizer lab, small: a bowl, and the ways down it that gradient descent and momentum take, computed here. */

import { lookOf } from '../../ui/palette';
import parts from '../kit/miniature.module.css';

/** f(x, y) = (x² + STEEP y²) / 2 */
const STEEP = 9;
const START = [-3.1, 1.35] as const;
const LEVELS = [0.3, 1, 2, 3.4, 5.2, 7.4, 10, 13];

const xAt = (x: number): number => 140 + 34 * x;
const yAt = (y: number): number => 78 - 34 * y;

/** @param keep what momentum keeps of the step before */
function descent(rate: number, keep: number, steps: number): string {
  let [x, y]: readonly [number, number] = START;
  let [dx, dy] = [0, 0];
  const places = [`${xAt(x)} ${yAt(y)}`];
  for (let t = 0; t < steps; t++) {
    [dx, dy] = [keep * dx - rate * x, keep * dy - rate * STEEP * y];
    [x, y] = [x + dx, y + dy];
    places.push(`${xAt(x).toFixed(1)} ${yAt(y).toFixed(1)}`);
  }
  return `M${places.join('L')}`;
}

function Way({ name, d }: { readonly name: 'sgd' | 'momentum'; readonly d: string }) {
  const { color, dash } = lookOf(name);
  return <path className={parts.way} d={d} stroke={color} strokeDasharray={dash} />;
}

export function Miniature() {
  return (
    <svg className={parts.miniature} viewBox="0 0 240 150" aria-hidden="true">
      {LEVELS.map((level) => (
        <ellipse
          key={level}
          className={parts.faint}
          cx={xAt(0)}
          cy={yAt(0)}
          rx={34 * Math.sqrt(2 * level)}
          ry={34 * Math.sqrt((2 * level) / STEEP)}
        />
      ))}
      <Way name="sgd" d={descent(0.19, 0, 14)} />
      <Way name="momentum" d={descent(0.07, 0.6, 26)} />
    </svg>
  );
}
