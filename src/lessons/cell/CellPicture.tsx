/** One weight in a cell, live: ten steps down a small loss, with the gates that a person chooses. */

import { useState } from 'react';
import { TakeCorner } from '../../ui/charts/TakeCorner';
import { Slider } from '../../ui/controls/Slider';
import { useWords } from '../../ui/Say';
import { digits } from '../../words/digits';
import { say } from '../../words/format';
import pictures from '../pictures.module.css';
import { along, bowl, kept, lossAt, START } from './cell';

/** What is in sight: weights, and losses. */
const SIGHT = { low: -1.3, high: 2.6, top: 2.3 };
const WIDTH = 320;
const HEIGHT = 150;
const FOOT = 22;
/** Gates at first: the leak that the lesson is about, at a rate that goes down in sight. */
const FIRST = { forget: 0.98, input: 0.2 };

const x = (theta: number) => (WIDTH * (theta - SIGHT.low)) / (SIGHT.high - SIGHT.low);
const y = (loss: number) => (HEIGHT - FOOT) * (1 - loss / SIGHT.top);
const place = (theta: number) => `${x(theta).toFixed(1)},${y(lossAt(bowl, theta)).toFixed(1)}`;

const curve = Array.from(
  { length: 79 },
  (_, k) => SIGHT.low + ((SIGHT.high - SIGHT.low) * k) / 78,
).filter((theta) => lossAt(bowl, theta) <= SIGHT.top);

export function CellPicture() {
  const { cell } = useWords().pictures;
  const [gates, setGates] = useState(FIRST);
  const path = along(bowl, gates);
  const last = path.at(-1)!;
  const numbers = [
    [cell.ends, digits(last)],
    [cell.lossThere, digits(lossAt(bowl, last))],
    [cell.kept, digits(kept(gates.forget))],
  ] as const;
  return (
    <figure className={pictures.picture}>
      <TakeCorner title={cell.title} />
      <figcaption>{cell.title}</figcaption>
      <svg
        role="img"
        aria-label={say(cell.drawn, {
          ...{ from: digits(START), to: digits(last), least: digits(bowl.least) },
        })}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      >
        <path className={pictures.axis} d={`M0 ${HEIGHT - FOOT}H${WIDTH}`} />
        {[-1, 0, 1, 2].map((theta) => (
          <text key={theta} x={x(theta)} y={HEIGHT - 6} textAnchor="middle">
            {digits(theta)}
          </text>
        ))}
        <polyline className={pictures.loss} points={curve.map(place).join(' ')} />
        <polyline className={pictures.way} points={path.map(place).join(' ')} />
        {path.map((theta, t) => (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
            key={t}
            className={pictures.stop}
            data-end={t === path.length - 1 || undefined}
            cx={x(theta)}
            cy={y(lossAt(bowl, theta))}
            r={t === path.length - 1 ? 6 : 3.5}
          />
        ))}
      </svg>
      {(['forget', 'input'] as const).map((gate) => (
        <div key={gate} className={pictures.gate}>
          <span aria-hidden="true">{cell[gate]}</span>
          <output aria-hidden="true">{gates[gate].toFixed(2)}</output>
          <Slider
            label={cell[gate]}
            min={gate === 'forget' ? 0.5 : 0}
            max={1}
            step={gate === 'forget' ? 0.01 : 0.05}
            value={gates[gate]}
            valueText={gates[gate].toFixed(2)}
            onChange={(value) => setGates({ ...gates, [gate]: value })}
          />
        </div>
      ))}
      <dl className={pictures.numbers}>
        {numbers.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}
