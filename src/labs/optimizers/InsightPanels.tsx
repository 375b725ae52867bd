/** What the learned optimiser has learned: what it proposes for a gradient, and what its cells hold. */

import { useMemo } from 'react';
import { niceCeiling, ticks } from '../../ui/charts/axis';
import { EndNames } from '../../ui/charts/EndNames';
import { Figure } from '../../ui/charts/Figure';
import { Clip, Curve } from '../../ui/charts/layers';
import { powerOfTen } from '../../ui/charts/logAxis';
import { type Axis, PlotFrame } from '../../ui/charts/PlotFrame';
import type { TableData } from '../../ui/charts/table';
import { colorInTurn, dashed, type Look, lookOf } from '../../ui/palette';
import { useWords } from '../../ui/Say';
import { say } from '../../words/format';
import type { Words } from '../../words/words';
import { useUnanswered } from '../kit/Unanswered';
import { useLab, useLabState } from './hooks';
import type { InsightAnswer } from './questions';
import { subject, type TunedName, tuned } from './racers';

/** Gradients of both signs on one logarithmic axis: decades above the least. */
const LEAST = -3;
const place = (g: number): number => Math.sign(g) * (Math.log10(Math.abs(g)) - LEAST);

/** Beside the plots, for the names of their curves and of what is below them. */
const ROOM = { gradient: 4.9, step: 3.4 };

const HISTORY_LOOKS: readonly Look[] = [
  dashed(subject, 'dotted'),
  dashed(subject, 'dashed'),
  lookOf(subject),
];

/** Drawn beside it: one that goes by the size of a gradient, and one that sees little more than its sign. */
const RIVALS: readonly TunedName[] = ['sgd', 'adam'];

/** Their first updates for the same gradients, at the rates of the race in sight. */
function useRivals(gradients: Float64Array | undefined) {
  const rates = useLabState(({ answers: { race } }) =>
    RIVALS.map((name) => race?.grids?.[name].chosen ?? null),
  );
  return useMemo(() => {
    if (gradients === undefined) return [];
    return RIVALS.flatMap((name, i) => {
      const rate = rates[i];
      if (rate == null) return [];
      const updates = gradients.slice();
      tuned[name].create(rate, updates.length)(updates);
      return [{ name, updates }];
    });
  }, [rates, gradients]);
}

const greatestOf = (values: readonly number[], least: number): number =>
  Math.max(least, ...values.map(Math.abs).filter(Number.isFinite));

export function ResponsePanel() {
  const lab = useLab();
  const words = useWords();
  const { response } = words.optimizers;
  const insight = useLabState((s) => s.answers.insight);
  const rivals = useRivals(insight?.gradients);
  const greatest = useMemo(() => {
    const updates = (insight?.responses ?? []).flatMap((r) => [...r.updates]);
    return niceCeiling(1.1 * greatestOf(updates, 0.01));
  }, [insight]);
  const x = useMemo(
    (): Axis => ({
      domain: [-5, 5],
      ticks: [-5, -3, -1, 1, 3, 5],
      label: response.gradient,
      format: (at) => `${at < 0 ? '−' : ''}${powerOfTen(Math.abs(at) + LEAST)}`,
    }),
    [response],
  );
  const y = useMemo((): Axis => {
    const domain = [-greatest, greatest] as const;
    return { domain, ticks: ticks(domain, 4), label: response.update };
  }, [greatest, response]);
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
      part="proposed"
      title={response.title}
      empty={useUnanswered('insight')}
      table={() => responseTable(words, lab.store.getState().answers.insight)}
    >
      <PlotFrame x={x} y={y} room={ROOM.gradient}>
        <Clip>
          {rivals.map(({ name, updates }) => curve(name, updates, lookOf(name), 1.3))}
          {(insight?.responses ?? []).map(({ history, updates }, i) =>
            curve(String(history), updates, HISTORY_LOOKS[i]!, 2),
          )}
        </Clip>
        <EndNames
          beside
          of={[
            ...(insight?.responses ?? []).map(({ history, updates }, i) => ({
              ...{ name: say(response.step, { at: history + 1 }), look: HISTORY_LOOKS[i]! },
              values: updates,
            })),
            ...rivals.map(({ name, updates }) => ({
              ...{ name: words.contenders[name].label, look: lookOf(name), values: updates },
            })),
          ]}
        />
      </PlotFrame>
    </Figure>
  );
}

function responseTable({ optimizers }: Words, insight: InsightAnswer | null): TableData {
  const { response } = optimizers;
  const { gradients = new Float64Array(), responses = [] } = insight ?? {};
  return {
    columns: [
      response.gradient,
      ...responses.map(({ history: count }) => say(response.after, { count })),
    ],
    rows: Array.from(gradients, (g, i) => [g, ...responses.map(({ updates }) => updates[i]!)]),
    of: insight,
  };
}

export function CellsPanel() {
  const lab = useLab();
  const words = useWords();
  const text = words.optimizers.cells;
  const insight = useLabState((s) => s.answers.insight);
  const { cells, units, steps, greatest } = useMemo(() => {
    const values = insight?.cells ?? new Float64Array();
    const width = insight?.units ?? 1;
    return {
      cells: values,
      units: width,
      steps: values.length / width,
      greatest: niceCeiling(greatestOf([...values], 1)),
    };
  }, [insight]);
  const x = useMemo((): Axis => {
    const domain = [0, Math.max(steps, 1)] as const;
    return { domain, ticks: ticks(domain, 5), label: text.step };
  }, [steps, text]);
  const y = useMemo((): Axis => {
    const domain = [-greatest, greatest] as const;
    return { domain, ticks: ticks(domain, 4), label: text.axis };
  }, [greatest, text]);
  const at = Array.from({ length: steps }, (_, t) => t + 1);
  return (
    <Figure
      part="remembered"
      title={text.title}
      empty={useUnanswered('insight')}
      table={() => cellsTable(words, lab.store.getState().answers.insight)}
    >
      <PlotFrame x={x} y={y} room={ROOM.step}>
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

function cellsTable({ optimizers }: Words, insight: InsightAnswer | null): TableData {
  const text = optimizers.cells;
  const units = Array.from({ length: insight?.units ?? 0 }, (_, u) => u);
  const columns = [
    text.step,
    text.gradient,
    text.update,
    ...units.map((u) => say(text.cell, { number: u + 1 })),
  ];
  if (insight === null) return { columns, rows: [] };
  const { trace, cells } = insight;
  return {
    columns,
    rows: Array.from(trace.gradient, (g, t) => [
      t + 1,
      g,
      trace.update[t]!,
      ...units.map((u) => cells[t * units.length + u]!),
    ]),
    of: insight,
  };
}
