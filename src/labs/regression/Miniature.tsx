/** The regression lab, small: waves that a task may be, and one with the points that are known of it. */

import parts from '../kit/miniature.module.css';
import { taskInSight } from './lab';
import { presets } from './presets';

const { spec } = presets['sinusoid-10shot'];
const [LOW, HIGH] = spec.testInputRange;
const SHOWN = 5004;
const TASKS = Array.from({ length: 9 }, (_, i) => 5000 + i);

const xAt = (x: number): number => (240 * (x - LOW)) / (HIGH - LOW);
const yAt = (y: number): number => 75 - 13 * y;

function wave(number: number): string {
  const { task } = taskInSight(spec, { shown: number });
  const places = Array.from({ length: 81 }, (_, i) => LOW + ((HIGH - LOW) * i) / 80);
  return `M${places.map((x) => `${xAt(x).toFixed(1)} ${yAt(task.value(x)).toFixed(1)}`).join('L')}`;
}

export function Miniature() {
  return (
    <svg className={parts.miniature} viewBox="0 0 240 150" aria-hidden="true">
      {TASKS.map((number) => (
        <path key={number} className={parts.faint} d={wave(number)} />
      ))}
      <path className={parts.ink} d={wave(SHOWN)} />
      {taskInSight(spec, { shown: SHOWN }).points.map(({ x, y }) => (
        <circle key={x} className={parts.point} cx={xAt(x)} cy={yAt(y)} r={4.5} />
      ))}
    </svg>
  );
}
