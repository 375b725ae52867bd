import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { whole } from '../../labs/kit/questions';
import type { Report } from '../../labs/kit/reproduction';
import { undisturbed } from '../../session/turn';
import { markdownOf, readmeWith, reproductions, tableOf } from './index';

const root = fileURLToPath(new URL('../../../', import.meta.url));

const reproduce = (...options: string[]) =>
  promisify(execFile)(process.execPath, [
    path.join(root, 'src/cli/main.cjs'),
    'reproduce',
    ...options,
  ]);

const kept = (name: string): Report =>
  JSON.parse(readFileSync(path.join(root, 'src/labs/reproduced', `${name}.json`), 'utf8'));

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

  it.each([
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
