/** What a contender is on a task, step by step. */

import { Band, Curve } from '../../../ui/charts/layers';
import { dashed, type Look } from '../../../ui/palette';
import type { ContenderName } from '../methods';
import { predictionsOf } from './adaptation';
import type { AdaptAnswer } from './question';

/** Earlier steps that are drawn beside the current one; with many steps, some of them. */
const MOST_EARLIER = 10;

interface StepCurvesProps {
  readonly name: ContenderName;
  /** Of what it is now, where values are read off. */
  readonly label?: string;
  readonly adaptation: AdaptAnswer | null;
  readonly grid: readonly number[];
  readonly step: number;
  readonly look: Look;
  readonly width: number;
}

/** What a contender is after some steps, and, as ghosts without dashes, after those before; with what it says it may be off by. */
export function StepCurves({ name, label, adaptation, grid, step, look, width }: StepCurvesProps) {
  const plain = dashed(name, 'solid');
  const stride = Math.max(1, Math.ceil(step / MOST_EARLIER));
  const earlier: number[] = [];
  for (let k = step - stride; k > 0; k -= stride) earlier.unshift(k);
  if (step > 0) earlier.unshift(0);
  const after = (k: number) => predictionsOf(adaptation, name, k, grid.length);
  const now = after(step);
  if (now === null) return null;
  const sure = adaptation?.spreads[name];
  const at = (sign: number) => now.map((y, i) => y + sign * sure![i]!);
  return (
    <>
      {(sure ? [] : earlier).map((k, i) => {
        const opacity = 0.22 + (0.4 * (i + 1)) / (earlier.length + 1);
        return <Curve key={k} x={grid} y={after(k)!} look={plain} width={1.2} opacity={opacity} />;
      })}
      {sure ? <Band x={grid} low={at(-1)} high={at(1)} look={look} /> : null}
      <Curve name={label} x={grid} y={now} look={look} width={width} />
    </>
  );
}
