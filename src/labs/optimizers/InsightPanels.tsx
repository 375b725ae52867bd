/** What the learned optimiser has learned: what it proposes for a gradient, and what its cells hold. */

import { useMemo } from 'react';
import { niceCeiling, ticks } from '../../ui/charts/axis';
import { Figure } from '../../ui/charts/Figure';
import { Clip, Curve } from '../../ui/charts/layers';
import { powerOfTen } from '../../ui/charts/logAxis';
import { type Axis, PlotFrame } from '../../ui/charts/PlotFrame';
import { colorInTurn, dashed, type Look, lookOf } from '../../ui/palette';
import styles from './optimizers.module.css';
import type { InsightAnswer } from './protocol';
import { useLab, useLabState } from './useLab';

/** Gradients of both signs on one logarithmic axis: decades above the least. */
const LEAST = -3;
const place = (g: number): number => Math.sign(g) * (Math.log10(Math.abs(g)) - LEAST);

const gradientAxis: Axis = {
  domain: [-5, 5],
  ticks: [-5, -3, -1, 1, 3, 5],
  label: 'gradient',
  format: (at) => `${at < 0 ? '−' : ''}${powerOfTen(Math.abs(at) + LEAST)}`,
};

const HISTORY_LOOKS: readonly Look[] = [
  dashed('learned', 'dotted'),
  dashed('learned', 'dashed'),
  lookOf('learned'),
];

/** SGD's and Adam's update for the same gradients, at the rates of the race in sight. */
function useRivals(gradients: Float64Array | undefined) {
  const grids = useLabState((s) => s.race?.grids ?? null);
  return useMemo(() => {
    if (grids === null || gradients === undefined) return null;
    const { sgd, adam } = grids;
    return {
      sgd: gradients.map((g) => -sgd.chosen * g),
      adam: gradients.map((g) => -adam.chosen * Math.sign(g)),
    };
  }, [grids, gradients]);
}

export function ResponsePanel() {
  const lab = useLab();
  const insight = useLabState((s) => s.insight);
  const rivals = useRivals(insight?.gradients);
  const greatest = useMemo(() => {
    const sizes = (insight?.responses ?? []).flatMap(({ updates }) =>
      Array.from(updates, Math.abs).filter(Number.isFinite),
    );
    return niceCeiling(1.1 * Math.max(0.01, ...sizes));
  }, [insight]);
  const y = useMemo((): Axis => {
    const domain = [-greatest, greatest] as const;
    return { domain, ticks: ticks(domain, 4), label: 'proposed update' };
  }, [greatest]);
  const at = useMemo(() => Array.from(insight?.gradients ?? [], place), [insight]);
  // The two signs are two pieces: no line leads through the gap about zero.
  const halves =
    at.length === 0 ? [] : [[0, at.length / 2] as const, [at.length / 2, at.length] as const];
  const curve = (key: string, values: Float64Array, look: Look, width: number) =>
    halves.map(([from, to]) => (
      <Curve
        key={`${key} ${from}`}
        x={at.slice(from, to)}
        y={values.slice(from, to)}
        look={look}
        width={width}
      />
    ));
  return (
    <Figure
      title="What it proposes"
      note="first step ···, after 5 same – –, after 20 —"
      table={() => responseTable(lab.store.getState().insight)}
    >
      <PlotFrame x={gradientAxis} y={y}>
        <Clip>
          {rivals === null ? null : (
            <>
              {curve('sgd', rivals.sgd, lookOf('sgd'), 1.3)}
              {curve('adam', rivals.adam, lookOf('adam'), 1.3)}
            </>
          )}
          {(insight?.responses ?? []).map(({ history, updates }, i) =>
            curve(String(history), updates, HISTORY_LOOKS[i]!, 2),
          )}
        </Clip>
      </PlotFrame>
    </Figure>
  );
}

function responseTable(insight: InsightAnswer | null) {
  const { gradients = new Float64Array(), responses = [] } = insight ?? {};
  return {
    columns: ['gradient', ...responses.map(({ history }) => `update after ${history} same`)],
    rows: Array.from(gradients, (g, i) => [g, ...responses.map(({ updates }) => updates[i]!)]),
  };
}

export function CellsPanel() {
  const lab = useLab();
  const insight = useLabState((s) => s.insight);
  const { cells, units, steps, greatest } = useMemo(() => {
    const values = insight?.cells ?? new Float64Array();
    const width = insight?.units ?? 1;
    return {
      cells: values,
      units: width,
      steps: values.length / width,
      greatest: niceCeiling(Math.max(1, ...values.map(Math.abs).filter(Number.isFinite))),
    };
  }, [insight]);
  const x = useMemo((): Axis => {
    const domain = [0, Math.max(steps, 1)] as const;
    return { domain, ticks: ticks(domain, 5), label: 'step' };
  }, [steps]);
  const y = useMemo((): Axis => {
    const domain = [-greatest, greatest] as const;
    return { domain, ticks: ticks(domain, 4), label: 'cells of one coordinate' };
  }, [greatest]);
  const at = Array.from({ length: steps }, (_, t) => t + 1);
  return (
    <Figure
      title="What it remembers"
      note={<span className={styles.soft}>last layer, one held-out problem</span>}
      table={() => cellsTable(lab.store.getState().insight)}
    >
      <PlotFrame x={x} y={y}>
        <Clip>
          {Array.from({ length: units }, (_, u) => (
            <Curve
              // biome-ignore lint/suspicious/noArrayIndexKey: a unit is its place
              key={u}
              x={at}
              y={at.map((_t, t) => cells[t * units + u]!)}
              look={{ color: colorInTurn(u), dash: undefined }}
              width={1.1}
              opacity={0.7}
            />
          ))}
        </Clip>
      </PlotFrame>
    </Figure>
  );
}

function cellsTable(insight: InsightAnswer | null) {
  const units = insight?.units ?? 0;
  const { gradient, update } = insight?.trace ?? {
    gradient: new Float64Array(),
    update: new Float64Array(),
  };
  return {
    columns: [
      'step',
      'gradient',
      'update',
      ...Array.from({ length: units }, (_, u) => `cell ${u + 1}`),
    ],
    rows: Array.from(gradient, (g, t) => [
      t + 1,
      g,
      update[t]!,
      ...Array.from({ length: units }, (_, u) => insight!.cells[t * units + u]!),
    ]),
  };
}
