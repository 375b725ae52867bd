/** The curve, its tangent, and the rate of now, to be dragged or moved by keys. */

import { type KeyboardEvent, useId, useRef } from 'react';
import { niceCeiling, ticks } from '../../../ui/charts/axis';
import { Clip, Curve } from '../../../ui/charts/layers';
import { type Axis, PlotFrame, usePlot } from '../../../ui/charts/PlotFrame';
import { useDragging } from '../../../ui/charts/useDragging';
import { useKeptAxis } from '../../../ui/charts/useKeptAxis';
import { dashed } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import { digits } from '../../../words/digits';
import { say } from '../../../words/format';
import { between } from '../between';
import { useLab, useLabState } from '../hooks';
import type { ContenderName } from '../methods';
import styles from '../studies/studies.module.css';
import type { RatesAnswer } from './question';
import { type RateCurve, tangentAt } from './rates';

interface RatePlotProps {
  readonly name: ContenderName;
  readonly x: Axis;
  /** log₁₀ of the rates. */
  readonly at: Float64Array;
  readonly answer: RatesAnswer;
  readonly curve: RateCurve;
  /** Of rates that the settings do not move. */
  readonly own: boolean;
}

/** Powers of ten on either side that the tangent is drawn for, and places of it. */
const REACH = 0.4;
const PLACES = [-1, -0.5, 0, 0.5, 1].map((part) => REACH * part);

export function RatePlot({ name, x, at, answer, curve, own }: RatePlotProps) {
  const { contenders, microscope } = useWords();
  const { studies } = microscope;
  // As high as the loss of a step of nearly nothing, and a little more: what runs away leaves it.
  const top = niceCeiling(1.2 * Math.max(curve.losses[0]!, curve.loss || 0));
  const domain = [0, top] as const;
  const y = useKeptAxis({ domain, ticks: ticks(domain, 5), label: studies.rates.loss });
  const logs = PLACES.map((by) => Math.log10(answer.rate) + by);
  return (
    <PlotFrame x={x} y={y}>
      <Clip>
        <Curve
          name={contenders[name].label}
          x={at}
          y={curve.losses}
          look={dashed(name, 'solid')}
          width={2.6}
        />
        <Curve
          x={logs}
          y={tangentAt(curve, answer.rate, logs)}
          look={{ color: 'var(--ink)', dash: '7 4' }}
          width={2}
        />
      </Clip>
      {own ? (
        <Mark log={0} loss={curve.loss} />
      ) : (
        <Handle at={at} answer={answer} curve={curve} top={top} />
      )}
    </PlotFrame>
  );
}

interface MarkProps {
  readonly log: number;
  readonly loss: number;
}

function Mark({ log, loss }: MarkProps) {
  const plot = usePlot();
  return plot === null || !Number.isFinite(loss) ? null : (
    <g className={styles.handle}>
      <circle cx={plot.x(log)} cy={plot.y(loss)} r={7} />
    </g>
  );
}

/** What an arrow key moves log₁₀ α by, and with Shift. */
const NUDGE = 0.05;
const BIG_NUDGE = 0.25;

interface HandleProps {
  readonly at: Float64Array;
  readonly answer: RatesAnswer;
  readonly curve: RateCurve;
  readonly top: number;
}

function Handle({ at, answer, curve, top }: HandleProps) {
  const lab = useLab();
  const plot = usePlot();
  const { frame, microscope } = useWords();
  const { studies } = microscope;
  const rate = useLabState((s) => s.running.innerRate);
  const help = useId();
  const handle = useRef<SVGGElement>(null);
  const before = useRef(rate);
  const log = Math.log10(rate);
  // Until the worker has measured there, between its neighbours.
  const loss = rate === answer.rate ? curve.loss : between(at, curve.losses, log);
  const high = Number.isFinite(loss) ? Math.min(loss, top) : top;
  const place = [plot?.x(log) ?? 0, plot?.y(high) ?? 0] as const;
  const [low, most] = [at[0]!, at.at(-1)!];
  const move = (to: number) => {
    const bounded = 10 ** Math.min(Math.max(to, low), most);
    lab.change('innerRate', Number(bounded.toPrecision(3)));
  };
  const { group, dragged, handlers } = useDragging({
    places: [place],
    onTake: () => {
      before.current = rate;
      handle.current!.focus({ preventScroll: true });
    },
    onMove: (_, [left]) => {
      if (plot !== null) move(plot.xAt(left));
    },
    onCancel: () => lab.change('innerRate', before.current),
    onDoubleTap: () => {},
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.shiftKey ? BIG_NUDGE : NUDGE;
    const to = {
      ...{ ArrowLeft: log - by, ArrowDown: log - by },
      ...{ ArrowRight: log + by, ArrowUp: log + by, Home: low, End: most },
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(to);
  };
  return (
    <g ref={group} {...handlers}>
      <desc id={help}>{frame.charts.moveHelp}</desc>
      {plot === null ? null : (
        <g
          ref={handle}
          className={styles.handle}
          data-dragged={dragged !== null || undefined}
          role="slider"
          tabIndex={0}
          aria-label={studies.rates.handle}
          aria-valuemin={10 ** low}
          aria-valuemax={10 ** most}
          aria-valuenow={rate}
          aria-valuetext={say(studies.rates.spoken, { rate: digits(rate), loss: digits(loss) })}
          transform={`translate(${place[0].toFixed(1)} ${place[1].toFixed(1)})`}
          onKeyDown={onKeyDown}
        >
          <circle className={styles.reach} r={14} />
          <circle r={7} />
        </g>
      )}
    </g>
  );
}
