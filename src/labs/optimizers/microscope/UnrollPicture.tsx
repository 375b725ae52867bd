/** Three steps of the unroll: what leads to what, and where the derivative does not go on the way back. */

import { arrow } from '../../../ui/charts/arrow';
import { TakeCorner } from '../../../ui/charts/TakeCorner';
import { useWords } from '../../../ui/Say';
import styles from './cell.module.css';
import type { Recorded } from './recorded';

/** The picture's own units. */
const WIDE = 340;
const STEP = 100;
const ROW = { theta: 24, gradient: 74, network: 124 };
const BACK = ['back', 'throughGradient'];

interface UnrollPictureProps {
  readonly recorded: Recorded;
  readonly t: number;
  readonly line: string;
}

export function UnrollPicture({ recorded, t, line }: UnrollPictureProps) {
  const { unroll } = useWords().microscope.optimizers;
  const { dropped, moments } = recorded;
  const first = Math.max(0, Math.min(t - 1, moments.length - 3));
  const shown = Array.from({ length: Math.min(3, moments.length) }, (_, i) => first + i);
  const back = BACK.includes(line);
  const way = (from: readonly [number, number], to: readonly [number, number]) =>
    arrow(back ? [to, from] : [from, to], 6);
  return (
    <figure className={styles.unroll}>
      <TakeCorner title={unroll.title} />
      <figcaption>{unroll.title}</figcaption>
      <svg
        viewBox={`0 0 ${WIDE} 150`}
        role="img"
        aria-label={dropped ? unroll.seenDropped : unroll.seenWhole}
      >
        {shown.map((step, i) => {
          const [x, next] = [22 + i * STEP, 22 + (i + 1) * STEP];
          const middle = x + STEP / 2;
          return (
            <g key={step} data-now={step === t || undefined}>
              <path d={way([x + 13, ROW.theta], [next - 13, ROW.theta])} />
              <path
                className={dropped ? styles.dropped : undefined}
                d={
                  dropped
                    ? arrow(
                        [
                          [x + 5, ROW.theta + 12],
                          [middle - 10, ROW.gradient - 11],
                        ],
                        6,
                      )
                    : way([x + 5, ROW.theta + 12], [middle - 10, ROW.gradient - 11])
                }
              />
              <path d={way([middle, ROW.gradient + 12], [middle, ROW.network - 13])} />
              <path d={way([middle + 12, ROW.network - 10], [next - 5, ROW.theta + 12])} />
              <path
                d={way(
                  [middle + 14, ROW.network],
                  [Math.min(next + STEP / 2 - 14, WIDE - 4), ROW.network],
                )}
              />
              <text x={x} y={ROW.theta}>{`θ${sub(step)}`}</text>
              <text x={middle} y={ROW.gradient}>{`∇${sub(step)}`}</text>
              <rect x={middle - 12} y={ROW.network - 12} width={24} height={24} rx={3} />
              <text x={middle} y={ROW.network}>
                m
              </text>
            </g>
          );
        })}
        <text x={22 + shown.length * STEP} y={ROW.theta}>{`θ${sub(first + shown.length)}`}</text>
      </svg>
      <p>{dropped ? unroll.dropped : unroll.whole}</p>
    </figure>
  );
}

const sub = (step: number): string =>
  [...String(step)].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join('');
