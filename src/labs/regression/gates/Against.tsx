/** Input gates against the gradients that they read: what *What it proposes* is to a learned optimiser. */

import { useState } from 'react';
import { Figure } from '../../../ui/charts/Figure';
import { Band, Clip, Curve } from '../../../ui/charts/layers';
import { logAxis, powerOfTen } from '../../../ui/charts/logAxis';
import { type Axis, PlotFrame } from '../../../ui/charts/PlotFrame';
import { useKeptAxis } from '../../../ui/charts/useKeptAxis';
import { Chips } from '../../../ui/controls/Chips';
import { colorInTurn } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import text from '../../../ui/text.module.css';
import { digits } from '../../../words/digits';
import { say, sayPercent } from '../../../words/format';
import studies from '../studies/studies.module.css';
import { type Bin, reachOf } from './bins';
import styles from './gates.module.css';
import { Layers } from './Layers';
import type { GatesAnswer, OfGates } from './question';

/** Half of the gap about zero, in powers of ten. */
const GAP = 0.5;
const SIGNS = [-1, 1] as const;

export function Against({ answer, gates }: { answer: GatesAnswer; gates: OfGates }) {
  const { gates: words } = useWords().microscope.studies;
  const { steps } = answer;
  const [chosen, choose] = useState<string | null>(null);
  const all = Array.from({ length: steps }, (_, k) => String(k + 1));
  const at = chosen !== null && all.includes(chosen) ? chosen : all.at(-1)!;
  const layers = gates.against.map((layer) => layer[Number(at) - 1]!);
  // Of all steps: an axis that moves from one to another would hide what they differ in.
  const bins = gates.against.flat(2);
  const least = Math.floor(Math.min(0, ...bins.map(({ log }) => log)));
  const most = Math.max(least + 1, Math.ceil(Math.max(...bins.map(({ log }) => log))));
  const means = bins.map(({ mean }) => mean);
  const y = useKeptAxis(logAxis(Math.min(...means, -1), Math.max(...means, -2), words.input));
  const x = useKeptAxis(signedAxis(least, most, words.gradient));
  const place = ({ sign, log }: Bin) => sign * (log - least + GAP);
  const halves = layers.flatMap((layer, l) =>
    SIGNS.map((sign) => ({ l, sign, of: layer.filter((bin) => bin.sign === sign) })),
  );
  return (
    <div>
      <div className={studies.plot}>
        <Figure
          title={words.against}
          note={say(words.step, { k: Number(at) })}
          table={() => ({
            columns: words.againstColumns,
            rows: gates.against.flatMap((layer, l) =>
              layer.flatMap((of, k) =>
                of.map(({ sign, log, mean, spread, count }) => [
                  ...[l + 1, k + 1, sign * 10 ** log],
                  ...[10 ** mean, 10 ** spread, count],
                ]),
              ),
            ),
            of: answer,
          })}
        >
          <PlotFrame x={x} y={y}>
            <Clip>
              {halves.map(({ l, sign, of }) => {
                const look = { color: colorInTurn(l), dash: undefined };
                const along = of.map(place);
                const edge = (by: number) => of.map(({ mean, spread }) => mean + by * spread);
                return (
                  <g key={`${l} ${sign}`}>
                    <Band x={along} low={edge(-1)} high={edge(1)} look={look} />
                    <Curve x={along} y={edge(0)} look={look} />
                  </g>
                );
              })}
            </Clip>
          </PlotFrame>
        </Figure>
      </div>
      <Layers count={layers.length} />
      {steps > 1 ? (
        <div className={styles.steps}>
          <Chips legend={words.atStep} options={all} face={(k) => k} value={at} onChange={choose} />
        </div>
      ) : null}
      <Said layers={layers} k={Number(at)} />
      <p className={text.hint}>{words.againstLead}</p>
      <p className={text.hint}>
        {say(words.zeros, {
          share: sayPercent(meanOf(gates.zeros)),
        })}
      </p>
    </div>
  );
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Of the layer whose gate makes the most of the size of a gradient. */
function Said({ layers, k }: { layers: readonly (readonly Bin[])[]; k: number }) {
  const { gates: words } = useWords().microscope.studies;
  const reaches = layers.flatMap((layer, l) => {
    const reach = reachOf(layer);
    return reach === null ? [] : [{ l, ...reach, ratio: reach.most.mean - reach.least.mean }];
  });
  if (reaches.length === 0) return null;
  const { l, least, most } = reaches.reduce((a, b) => (b.ratio > a.ratio ? b : a));
  const about = ({ sign, log }: Bin): string => digits(sign * 10 ** log);
  return (
    <p className={studies.outcome} aria-live="polite">
      {say(words.reach, {
        ...{ k, layer: l + 1, least: digits(10 ** least.mean), most: digits(10 ** most.mean) },
        ...{ atLeast: about(least), atMost: about(most) },
      })}
    </p>
  );
}

/** Gradients of both signs on one logarithmic axis. */
function signedAxis(least: number, most: number, label: string): Axis {
  const every = Math.ceil((most - least) / 4);
  const powers: number[] = [];
  for (let k = most; k >= least; k -= every) powers.push(k);
  const places = powers.map((k) => k - least + GAP);
  return {
    domain: [least - most - GAP, most - least + GAP],
    ticks: [...places.map((place) => -place), ...places.toReversed()],
    label,
    format: (at) => `${at < 0 ? '−' : ''}${powerOfTen(Math.round(Math.abs(at) - GAP) + least)}`,
  };
}
