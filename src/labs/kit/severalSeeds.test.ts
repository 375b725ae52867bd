import { describe, expect, it } from 'vitest';
import type { Row } from './reproduction';
import { tableOf } from './reproductionTable';
import { markdownOfSeeds, rowsOverSeeds, trainingOverSeeds } from './severalSeeds';

const row = (mean: number, more: Partial<Row> = {}): Row => ({
  ...{ method: 'maml', steps: 10, mean, median: mean / 2, ci95: 0.01, tasks: 600, ranAway: 0 },
  ...more,
});
const presentation = { shownSteps: [10], label: () => 'MAML' };

describe('several seeds', () => {
  it('have a mean, a spread and a worst, by method and step', () => {
    const other = row(5, { steps: 1 });
    const rows = rowsOverSeeds(
      [
        [row(0.1), other],
        [row(0.2), other],
        [other, row(0.6)],
      ],
      {},
    );
    expect(rows.map(({ steps }) => steps)).toEqual([10, 1]);
    expect(rows[0]).toMatchObject({ method: 'maml', worst: 0.6, tasks: 1800, ranAway: 0 });
    expect(rows[0]!.mean).toBeCloseTo(0.3);
    expect(rows[0]!.spread).toBeCloseTo(Math.sqrt(0.07));
    expect(rows[0]!.median).toBeCloseTo(0.15);
    expect(rows[1]).toMatchObject({ mean: 5, spread: 0, worst: 5 });
  });

  it('are worst where an accuracy is least', () => {
    const rows = rowsOverSeeds([[row(0.97)], [row(0.95)]], { bounded: true });
    expect(rows[0]!.worst).toBe(0.95);
  });

  it('count what ran away in all of them', () => {
    const rows = rowsOverSeeds([[row(0.1, { ranAway: 2 })], [row(0.2, { ranAway: 1 })]], {});
    expect(rows[0]).toMatchObject({ ranAway: 3, tasks: 1200 });
    const table = tableOf({ rows, published: [] }, presentation);
    expect(markdownOfSeeds(table)).toContain(
      '| MAML | 0.15 ± 0.071, worst 0.20 (0.075); 3 of 1,200 ran away |',
    );
  });

  it('do not say that nothing ran away where nobody counted', () => {
    const { ranAway: _, ...uncounted } = row(0.1);
    expect(rowsOverSeeds([[uncounted], [row(0.2)]], {})[0]).not.toHaveProperty('ranAway');
  });

  it('have no mean together where one of them has none', () => {
    const away = row(Number.NaN, { median: 1e9, ranAway: 400 });
    const rows = rowsOverSeeds([[row(0.1)], [away]], {});
    const table = tableOf({ rows, published: [] }, presentation);
    expect(markdownOfSeeds(table)).toContain('| – ± –, worst – (');
  });

  it('were trained for so long on average', () => {
    const each = [2, 4].map((seconds) => [
      { method: 'maml', seconds },
      { method: 'ravi', seconds: 10 * seconds },
    ]);
    expect(trainingOverSeeds(each)).toEqual([
      { method: 'maml', seconds: 3 },
      { method: 'ravi', seconds: 30 },
    ]);
  });
});
