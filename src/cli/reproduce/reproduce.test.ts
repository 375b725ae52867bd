import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { whole } from '../../labs/kit/questions';
import type { Measured, Report } from '../../labs/kit/reproduction';
import { rowsOverSeeds, type SeedsReport } from '../../labs/kit/severalSeeds';
import { undisturbed } from '../../session/turn';
import { markdownOf, readmeWith, reportOf, reproductions, tableOf } from './index';

const root = fileURLToPath(new URL('../../../', import.meta.url));

const reproduce = (...options: string[]) =>
  promisify(execFile)(process.execPath, [
    path.join(root, 'src/cli/main.cjs'),
    'reproduce',
    ...options,
  ]);

const kept = (name: string): Report =>
  JSON.parse(readFileSync(path.join(root, 'src/labs/reproduced', `${name}.json`), 'utf8'));

const measuredWith = (seed: number, note?: string): Measured => ({
  ...{ iterations: 20, engine: 'simd', training: [{ method: 'maml', seconds: seed }] },
  rows: [{ method: 'maml', steps: 1, mean: seed, median: 1, ci95: 1, tasks: 600, ranAway: seed }],
  ...(note === undefined ? {} : { note }),
});

describe('what is written of several seeds', () => {
  const how = { experiment: 'cubic', seconds: 1, command: '', date: '', machine: '' };
  const noteOf = async (notes: readonly (string | undefined)[]) => {
    const measured = notes.map((note, i) => measuredWith(i + 1, note));
    const seeds = notes.map((_, i) => i + 1);
    return reportOf(measured, await reproductions.cubic(), seeds, how).note;
  };

  it('says what must be known of all once, and of some with their numbers', async () => {
    expect(await noteOf(['a', 'a', 'a'])).toBe('a');
    expect(await noteOf(['a', undefined, 'a'])).toBe('Of seed 1, 3: a');
    expect(await noteOf([undefined, 'b', 'a'])).toBe('Of seed 2: b Of seed 3: a');
    expect(await noteOf([undefined, undefined])).toBeUndefined();
  });
});

describe('npm run reproduce', () => {
  it('lists the experiments', async () => {
    const { stdout } = await reproduce();
    for (const name of Object.keys(reproductions)) expect(stdout).toContain(name);
  });

  it('runs one, and writes what it measured', async () => {
    const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'reproduce-')), 'cubic.json');
    const { stdout } = await reproduce(
      'cubic',
      '--seed',
      '7',
      '--iterations',
      '20',
      '--json',
      file,
    );
    expect(stdout).toContain('| MAML |');
    const report: Report = JSON.parse(readFileSync(file, 'utf8'));
    expect(report).toMatchObject({ experiment: 'cubic', seed: 7, iterations: 20, engine: 'simd' });
    expect(report.seconds).toBeGreaterThan(0);
    // Four contenders, each after 0 to 10 steps.
    expect(report.rows).toHaveLength(44);
    for (const row of report.rows) {
      expect(row.tasks).toBe(600);
      expect(row.mean).toBeGreaterThan(0);
      expect(row.ci95).toBeGreaterThan(0);
    }
    expect(report.published.length).toBeGreaterThan(0);
  }, 60_000);

  it('runs several seeds, and writes what they have in common', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'reproduce-'));
    const file = path.join(folder, 'cubic.json');
    const alone = path.join(folder, 'alone.json');
    const options = ['--seeds', '7,8', '--iterations', '20', '--workers', '3', '--json', file];
    const { stdout } = await reproduce('cubic', ...options);
    expect(stdout).toContain('seeds 7, 8');
    expect(stdout).toMatch(/\| MAML \| [\d.]+ ± [\d.]+, worst [\d.]+ \([\d.]+\) \|/);
    const report: SeedsReport = JSON.parse(readFileSync(file, 'utf8'));
    expect(report).toMatchObject({ experiment: 'cubic', seeds: [7, 8], iterations: 20 });
    expect(report.training.map(({ method }) => method)).toEqual([
      ...['maml', 'reptile', 'joint', 'random'],
    ]);
    await reproduce('cubic', '--seed', '8', '--iterations', '20', '--json', alone);
    const { rows } = JSON.parse(readFileSync(alone, 'utf8')) as Report;
    expect(report.each.map(({ seed }) => seed)).toEqual([7, 8]);
    expect(report.each[1]!.rows).toEqual(rows);
    expect(report.rows).toEqual(
      rowsOverSeeds(
        report.each.map((one) => one.rows),
        await reproductions.cubic(),
      ),
    );
  }, 300_000);

  it.each([
    [['cubic', '--seeds', '3'], 'Name two or more; one alone is --seed 3'],
    [['cubic', '--seeds', '3,4,3'], 'Name each once: 3 is there twice'],
    [['cubic', '--seeds', '1;2'], 'They must be whole numbers, 0 to 4294967295, with commas'],
    [['cubic', '--seeds', '1,,2'], 'They must be whole numbers'],
    [['cubic', '--seeds', '-1,2'], 'They must be whole numbers'],
    [['cubic', '--seeds', Array.from({ length: 101 }, (_, i) => i).join()], 'Name 100 at most'],
    [['cubic', '--seeds', '1,2', '--seed', '1'], 'cannot be used with option'],
    [['sinusoid-10shot', '--seeds', '1,2', '--checkpoints', 'x'], 'cannot be used with option'],
    [['omniglot-lake', '--seeds', '1,2'], 'takes one seed at a time'],
    [['--seeds', '1,2'], '--seeds goes with an experiment'],
    [['nonsense'], 'There is no experiment nonsense'],
    [['cubic', '--seed', 'x'], "argument 'x' is invalid. It must be a whole number, 0 to"],
    [['cubic', '--iterations', '0'], "argument '0' is invalid. It must be a whole number, 1 to"],
    [['cubic', '--json', 'no/such/folder/f.json'], 'does not exist'],
    [['cubic', '--frobnicate'], 'Usage'],
    [['cubic', '--evaluate'], 'has no checkpoint'],
    [['cubic', '--method', 'maml'], 'trains all methods together'],
    [['omniglot-5way-1shot', '--method', 'hal9000'], 'must be one of maml, fomaml'],
  ])('refuses %j with a reason', async (options, reason) => {
    await expect(reproduce(...options)).rejects.toMatchObject({
      stderr: expect.stringContaining(reason),
    });
  });
});

describe('threads', () => {
  const measured = async (workers: number): Promise<Report> => {
    const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'reproduce-')), 'cubic.json');
    const options = ['--seed', '3', '--iterations', '30', '--workers', String(workers)];
    await reproduce('cubic', ...options, '--json', file);
    return JSON.parse(readFileSync(file, 'utf8'));
  };

  it('share the methods, and measure what one thread measures', async () => {
    const [alone, shared] = [await measured(1), await measured(3)];
    expect(shared.rows).toEqual(alone.rows);
    expect(shared.training.map(({ method }) => method)).toEqual(
      alone.training.map(({ method }) => method),
    );
    expect([alone.machine, shared.machine]).toEqual([
      expect.stringContaining('one core'),
      expect.stringContaining('3 cores'),
    ]);
  }, 120_000);
});

describe('the shipped optimisers', () => {
  it.each(['lstm-quadratic', 'lstm-quadratic-repository'])(
    '%s is ahead of every tuned optimiser on fresh problems',
    async (name) => {
      const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'reproduce-')), 'report.json');
      await reproduce(name, '--evaluate', '--seed', '2', '--json', file);
      const report: Report = JSON.parse(readFileSync(file, 'utf8'));
      const [learned, ...byHand] = report.rows;
      expect(learned!.method).toBe('learned');
      expect(byHand.map((row) => row.method)).toEqual([
        'sgd',
        'momentum',
        'nesterov',
        'rmsprop',
        'adam',
      ]);
      for (const row of byHand) {
        expect(row).toMatchObject({ steps: 100, tasks: 2048 });
        expect(learned!.mean).toBeLessThan(row.mean);
        expect(learned!.median).toBeLessThan(row.median);
        expect(learned!.sum).toBeLessThan(row.sum!);
      }
    },
    120_000,
  );
});

describe('lock step', () => {
  it('gives each contender the numbers that it has alone', async () => {
    const measured = await (await reproductions.cubic()).run({
      seed: 3,
      iterations: 25,
      command: '',
      methods: null,
      onProgress: () => {},
    });
    const { regressionExperiment } = await import('../../labs/regression/experiment');
    const { presets } = await import('../../labs/regression/presets');
    const { startEngine } = await import('../../compute/engines');
    const { engine } = await startEngine(['simd']);
    const spec = { ...presets.cubic.spec, seed: 3, iterations: 25 };
    const together = await regressionExperiment.create(engine, spec, null);
    while (!together.finished) await together.advance(undisturbed);
    const question = { at: 'now', tasks: 600 } as const;
    const { curves } = await whole(together.answers.evaluate(question, undisturbed));
    for (const { method, steps, mean } of measured.rows) {
      expect(mean).toBe(curves[method as keyof typeof curves]!.mean[steps]);
    }
    together.dispose();
    engine.dispose();
  });
});

describe('README', () => {
  it('shows the results that are kept', async () => {
    const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
    expect(await readmeWith(readme, root)).toBe(readme);
  });

  it.each(Object.keys(reproductions) as (keyof typeof reproductions)[])(
    'has a kept result of %s, run as published',
    async (name) => {
      const report = kept(name);
      const reproduction = await reproductions[name]();
      expect(report.iterations).toBe(reproduction.iterations);
      expect(report.published).toEqual(JSON.parse(JSON.stringify(reproduction.published)));
      expect(markdownOf(tableOf(report, reproduction))).toContain('±');
    },
  );
});
