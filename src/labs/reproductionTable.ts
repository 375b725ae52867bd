/** Measured beside published, as a table: for the terminal, for README and for the page. */

import type { PublishedRow, Report, Reproduction } from './reproduction';

export interface ReproductionTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Three significant digits, without an exponent where people would not write one. */
export function digits(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size >= 1e5 || (size > 0 && size < 1e-4)) return value.toExponential(1);
  if (size >= 100) return value.toFixed(0);
  return value.toFixed(size < 0.1 ? 3 : 2);
}

const publishedText = ({ mean, range }: PublishedRow): string =>
  range === undefined ? digits(mean) : `${range[0]}–${range[1]}`;

/** Methods down, gradient steps across; a published value stands in brackets. */
export function tableOf(report: Report, reproduction: Reproduction): ReproductionTable {
  const { shownSteps, label } = reproduction;
  const steps = [
    ...new Set([...shownSteps, ...report.published.filter((p) => p.steps > 0).map((p) => p.steps)]),
  ].toSorted((a, b) => a - b);
  const methods = [...new Set(report.rows.map((row) => row.method))];
  const known = report.published.filter((p) => !methods.includes(p.method));
  const cell = (method: string, step: number): string => {
    const row = report.rows.find((r) => r.method === method && r.steps === step);
    if (row === undefined) return '';
    const published = report.published.find((p) => p.method === method && p.steps === step);
    const own = `${digits(row.mean)} ± ${digits(row.ci95)} (${digits(row.median)})`;
    return published === undefined ? own : `${own} [${publishedText(published)}]`;
  };
  return {
    columns: ['Method', ...steps.map((step) => (step === 1 ? '1 step' : `${step} steps`))],
    rows: [
      ...methods.map((method) => [label(method), ...steps.map((step) => cell(method, step))]),
      ...known.map((p) => [
        label(p.method),
        ...steps.map((step) => (step === p.steps ? `[${publishedText(p)}]` : '')),
      ]),
    ],
  };
}

/** How to read the cells. */
export const READING =
  'Mean ± 95% interval over held-out tasks, median in parentheses, published or known value in brackets.';

export function markdownOf({ columns, rows }: ReproductionTable): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns),
    line(columns.map((_, i) => (i === 0 ? '---' : '--:'))),
    ...rows.map(line),
  ].join('\n');
}
