/**
 * `npm run bench`: our engines beside their peers, in one run, in turns, on the same numbers. Quotes medians and ratios:
 * on a shared machine nothing else means much. `--against` takes along the SIMD engine of another checkout of this project, installed and
 * with the same workloads, and no other peers: what has a change cost?
 */

import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { ensureBrowser, quietFlags, softwareGpuFlags, vulkanGpuFlags } from './browser.mjs';
import { buildKernels } from './kernels.mjs';
import { loadTypeScript } from './runTypeScript.mjs';
import { checkTarget, giveUp, root } from './setup.mjs';

/** Milliseconds that one contender gets in one round. */
const TURN = 60;
/** Milliseconds that a browser may take to show a contender. */
const STARTING = 120_000;
/** Milliseconds of one computation beyond which a contender is not taken along for all rounds. */
const LONGEST = 20_000;
/** Relative error beyond which a contender computes something else. */
const SAME = 1e-3;

/** @param {number[]} values */
const median = (values) => {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[half] ?? Number.NaN)
    : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
};

/**
 * @typedef {object} Contender
 * @property {string} name
 * @property {(workload: any) => Promise<number[] | null>} setUp
 * @property {(repeats: number) => Promise<number[]>} run
 * @property {() => Promise<void>} restart stops what it is at
 */

/**
 * @typedef {object} BenchOptions
 * @property {string} [only] a workload
 * @property {number} rounds
 * @property {number} patience seconds that a contender may take to begin a workload and compute it once; those slower
 * are left out of it
 * @property {boolean} [softwareGpu]
 * @property {boolean} [vulkanGpu]
 * @property {string} [against] folder of another checkout
 * @property {string} [json] file for the results
 */

/** @param {BenchOptions} options */
export async function bench(options) {
  const { rounds, patience, against } = options;
  checkTarget('--json', options.json);
  const executablePath = ensureBrowser();

  /**
   * @template T
   * @param {Promise<T>} result
   * @returns {Promise<T>}
   */
  function inTime(result) {
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    /** @type {Promise<never>} */
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`takes more than ${patience} s`)), 1000 * patience);
    });
    return Promise.race([result, late]).finally(() => clearTimeout(timer));
  }

  const { module: shared, close } = await loadTypeScript('src/cli/bench/check.ts');
  const workloads = shared.workloads.filter(
    (/** @type {{ name: string }} */ w) => options.only === undefined || w.name === options.only,
  );
  if (workloads.length === 0) {
    const names = shared.workloads.map((/** @type {{ name: string }} */ w) => w.name);
    giveUp(`There is no workload ${options.only}. Workloads: ${names.join(', ')}.`);
  }

  if (against !== undefined && !existsSync(path.join(against, 'src/cli/bench/page.html'))) {
    giveUp(`--against is ${against}; it must be the folder of another checkout of this project.`);
  }

  /** Builds the bench page of a checkout, and serves it. @param {string} checkout @param {number} port */
  async function servePage(checkout, port) {
    const outDir = path.join(checkout, 'node_modules', '.bench');
    await build({
      configFile: false,
      root: path.join(checkout, 'src/cli/bench'),
      base: './',
      logLevel: 'error',
      assetsInclude: ['**/kernels*.wasm'],
      build: {
        outDir,
        emptyOutDir: true,
        target: 'es2022',
        chunkSizeWarningLimit: 5000,
        rolldownOptions: { input: path.join(checkout, 'src/cli/bench/page.html') },
      },
    });
    return preview({
      configFile: false,
      root: checkout,
      logLevel: 'error',
      build: { outDir },
      preview: { port },
    });
  }

  console.log('Building the bench page …');
  await buildKernels();
  const server = await servePage(root, 4603);
  if (against !== undefined) {
    const theirs = await import(pathToFileURL(path.resolve(against, 'src/cli/kernels.mjs')).href);
    await theirs.buildKernels();
  }
  const before = against === undefined ? null : await servePage(path.resolve(against), 4604);
  /** @type {Set<import('@playwright/test').Browser>} */
  const browsers = new Set();

  const gpuFlags = options.softwareGpu
    ? softwareGpuFlags
    : options.vulkanGpu
      ? vulkanGpuFlags
      : ['--enable-unsafe-webgpu'];

  /** A browser for each contender: one that is stopped, its work for a GPU included, disturbs no other. */
  async function startBrowser() {
    const browser = await chromium.launch({
      executablePath,
      args: [...quietFlags, ...gpuFlags],
    });
    browsers.add(browser);
    return browser;
  }

  /** @param {import('@playwright/test').Browser} browser */
  async function stopBrowser(browser) {
    browsers.delete(browser);
    await browser.close();
  }

  /** @type {string[]} */
  const missing = [];

  /** @param {unknown} error */
  const firstLine = (error) =>
    String(error)
      .split('\n')[0]
      ?.replace(/^.*?: /, '')
      .slice(0, 140);

  /** A browser with a page that has the contender in it. @param {string} name @param {typeof server} from */
  async function openPage(name, from) {
    const browser = await startBrowser();
    try {
      const page = await browser.newPage({ serviceWorkers: 'block' });
      page.setDefaultTimeout(STARTING);
      await page.goto(`${from.resolvedUrls?.local[0]}page.html`);
      await page.waitForFunction(() => 'bench' in window);
      await page.evaluate((contender) => /** @type {any} */ (window).bench.load(contender), name);
      return { browser, page };
    } catch (error) {
      await stopBrowser(browser);
      throw error;
    }
  }

  /** @param {string} name @returns {Promise<Contender | null>} */
  async function browserContender(name, from = server, label = name) {
    let first;
    try {
      first = await openPage(name, from);
    } catch (error) {
      missing.push(`${label}: ${firstLine(error)}`);
      return null;
    }
    let { browser, page } = first;
    return {
      name: label,
      setUp: (workload) =>
        page.evaluate((which) => /** @type {any} */ (window).bench.setUp(which), workload.name),
      run: (repeats) =>
        page.evaluate((count) => /** @type {any} */ (window).bench.run(count), repeats),
      async restart() {
        await stopBrowser(browser);
        ({ browser, page } = await openPage(name, from));
      },
    };
  }

  /** PyTorch in a process of its own, spoken to in lines of JSON. @param {string} python */
  async function startTorch(python) {
    const child = spawn(python, ['-B', path.join(root, 'src/cli/bench/pytorch.py')], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const lines = readline.createInterface({ input: child.stdout });
    /** @type {((reply: any) => void)[]} */
    const waiting = [];
    lines.on('line', (line) => waiting.shift()?.(JSON.parse(line)));
    const gone = new Promise((resolve) => {
      child.on('error', () => resolve(null));
      child.on('exit', () => resolve(null));
    });
    const reply = () => Promise.race([new Promise((resolve) => waiting.push(resolve)), gone]);
    const hello = await reply();
    if (hello === null) return null;
    return {
      version: /** @type {string} */ (hello.version),
      /** @param {unknown} job @returns {Promise<any>} */
      async ask(job) {
        const answer = reply();
        child.stdin.write(`${JSON.stringify(job)}\n`);
        return answer;
      },
      stop: () => child.kill(),
    };
  }

  /** @type {{ stop: () => void }[]} */
  const processes = [];

  /** @param {'loop' | 'batched'} how @param {number} threads @returns {Promise<Contender | null>} */
  async function torchContender(how, threads) {
    for (const python of ['python3', '/usr/bin/python3']) {
      const first = await startTorch(python);
      if (first === null) continue;
      let torch = first;
      processes.push({ stop: () => torch.stop() });
      return {
        name: `pytorch-${how}${threads === 1 ? '' : `-${threads}-threads`}`,
        async setUp(workload) {
          // One task cannot be batched; an unroll, an LSTM and a memory have theirs in one batch from the start.
          const isBatch = ['unroll', 'sequence', 'episode'].includes(workload.kind);
          if (isBatch ? how === 'loop' : workload.tasks === 1 && how === 'batched') return null;
          // One task of a regression is too small for threads, and so is one of attention.
          const isLarge = workload.kind === 'images' || workload.kind === 'pairs';
          if (!isLarge && how === 'loop' && threads > 1) return null;
          const inputs = Object.fromEntries(
            Object.entries(shared.inputsOf(workload)).map(([name, values]) => [
              name,
              Array.from(/** @type {Float32Array} */ (values)),
            ]),
          );
          const shapes = shared.shapesOf(workload);
          return (await torch.ask({ set_up: { workload, inputs, shapes, how, threads } })).result;
        },
        run: async (repeats) => (await torch.ask({ run: repeats })).times,
        async restart() {
          torch.stop();
          const again = await startTorch(python);
          if (again === null) throw new Error(`${python} does not start PyTorch again`);
          torch = again;
        },
      };
    }
    return null;
  }

  const names = [
    'simd',
    'tfjs-wasm',
    'tfjs-webgl',
    'tfjs-webgpu',
    'tfjs-cpu',
    'plain-tfjs-batched',
    'plain-tfjs-loop',
    'jax-js',
  ];
  /** @type {Contender[]} */
  const contenders = [];
  for (const name of before === null ? names : ['simd']) {
    const contender = await browserContender(name);
    if (contender !== null) contenders.push(contender);
  }
  if (before !== null) {
    const contender = await browserContender('simd', before, 'before');
    if (contender !== null) contenders.push(contender);
  }
  const cores = os.availableParallelism();
  /** @type {(readonly ['loop' | 'batched', number])[]} */
  const torchKinds = [];
  for (const threads of before === null ? new Set([1, cores]) : []) {
    torchKinds.push(['loop', threads], ['batched', threads]);
  }
  for (const [how, threads] of torchKinds) {
    const torch = await torchContender(how, threads);
    if (torch === null) missing.push(`pytorch-${how}: python3 cannot import torch`);
    else contenders.push(torch);
  }

  const machine = {
    processor: os.cpus()[0]?.model ?? 'unknown',
    cores,
    node: process.version,
    browser: `Chromium ${[...browsers][0]?.version()}`,
    date: new Date().toISOString().slice(0, 10),
  };
  console.log(`\n${machine.processor}, ${cores} cores; ${machine.browser}; ${machine.date}.`);
  console.log(
    `${rounds} rounds in turns; the median of all, and the ratio to the fastest of ours, with its range over rounds; errors relative to double precision.`,
  );
  for (const reason of missing) console.log(`Missing: ${reason}`);

  /** @type {object[]} */
  const results = [];
  for (const workload of workloads) {
    const truth = await shared.expected(workload);
    /** @type {{ contender: Contender, error: number, repeats: number, rounds: number[][] }[]} */
    const running = [];
    /** @type {string[]} */
    const leftOut = [];
    for (const contender of contenders) {
      const began = performance.now();
      let result;
      try {
        result = await inTime(contender.setUp(workload));
      } catch (error) {
        leftOut.push(`${contender.name}: ${firstLine(error)}`);
        await contender.restart();
        continue;
      }
      if (result === null) continue;
      const slow = performance.now() - began > 1000;
      const error = shared.relativeError(result, truth);
      if (!(error < SAME)) {
        giveUp(
          `${contender.name} computes something else on ${workload.name}: relative error ${error}`,
        );
      }
      // Warm, and measured once, to know how many repeats fill a turn.
      const tries = slow ? 1 : 3;
      await contender.run(tries);
      const once = median(await contender.run(tries));
      if (once > LONGEST) {
        leftOut.push(`${contender.name}: takes ${Math.round(once / 1000)} s each time`);
        continue;
      }
      const repeats = Math.max(1, Math.min(200, Math.round(TURN / once)));
      await contender.run(repeats);
      running.push({ contender, error, repeats, rounds: [] });
    }
    for (let round = 0; round < rounds; round++) {
      for (const one of running) one.rounds.push(await one.contender.run(one.repeats));
    }
    const rows = running.map(({ contender, error, rounds: turns }) => ({
      name: contender.name,
      error,
      ours: /^(simd|tfjs-)/.test(contender.name),
      turns: turns.map(median),
      median: median(turns.flat()),
    }));
    const ours = rows.filter((row) => row.ours);
    if (ours.length === 0)
      giveUp(`None of our engines computed ${workload.name}: ${leftOut.join('; ')}`);
    const fastest = ours.reduce((a, b) => (b.median < a.median ? b : a));
    console.log(`\n**${workload.name}**: ${workload.what}\n`);
    console.log('| | median ms | range of rounds | ratio | range of ratios | error |');
    console.log('|---|--:|--:|--:|--:|--:|');
    for (const row of rows.toSorted((a, b) => a.median - b.median)) {
      const ratios = row.turns.map((turn, i) => turn / (fastest.turns[i] ?? Number.NaN));
      const digits = (/** @type {number} */ x) => (x >= 100 ? x.toFixed(0) : x.toPrecision(3));
      const range = (/** @type {number[]} */ x) =>
        `${digits(Math.min(...x))} – ${digits(Math.max(...x))}`;
      const ratio = row.median / fastest.median;
      const times = [digits(row.median), range(row.turns), digits(ratio), range(ratios)];
      console.log(`| ${[row.name, ...times, row.error.toExponential(0)].join(' | ')} |`);
      results.push({
        workload: workload.name,
        contender: row.name,
        median_ms: row.median,
        min_ms: Math.min(...row.turns),
        max_ms: Math.max(...row.turns),
        ratio,
        error: row.error,
      });
    }
    if (leftOut.length > 0) console.log(`\nLeft out: ${leftOut.join('; ')}.`);
  }

  if (options.json !== undefined) {
    writeFileSync(options.json, `${JSON.stringify({ machine, results }, null, 2)}\n`);
    console.log(`\nWritten to ${options.json}.`);
  }
  for (const one of processes) one.stop();
  for (const browser of browsers) await browser.close();
  await server.close();
  await before?.close();
  await close();
  process.exit(0);
}
