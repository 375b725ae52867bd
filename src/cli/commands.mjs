/** Every command, with its options: what `--help` shows, and what is refused. Each is done by the file that it imports. */

import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { checks } from './checks.mjs';
import { checkFolder } from './setup.mjs';

/** Labs that `npm run soak` can train in. */
export const labs = ['regression', 'optimizers', 'omniglot', 'memory'];
/** Parts of the recipe of alphabets, as src/labs/omniglot/alphabet/parts.ts has them. */
export const recipeParts = ['normalising', 'alphabet', 'rate'];

/** What `npm run faults` can break. */
const faultNames = /** @type {const} */ ([
  ...['killed', 'error', 'silent', 'webgl-lost', 'webgpu-lost', 'storage-silent', 'storage-full'],
  ...['chunk', 'translated', 'closed', 'reload'],
]);
/** @typedef {(typeof faultNames)[number]} FaultName */

/** The browsers that it can break it in. */
const browsers = ['chromium', 'firefox', 'webkit'];

/** The project's tools as they are: they read their own options. Paths below node_modules. */
const tools = {
  dev: { what: 'serve with live reload', script: 'vite/dist/node/cli.js', options: [] },
  build: { what: 'build dist/', script: 'vite/dist/node/cli.js', options: ['build'] },
  lint: { what: checks.lint, script: '@biomejs/biome/bin/biome', options: ['check', '.'] },
  format: {
    what: 'format, and mend what can be mended',
    script: '@biomejs/biome/bin/biome',
    options: ['check', '--write', '.'],
  },
  types: { what: checks.types, script: 'typescript/bin/tsc', options: ['--noEmit'] },
  unit: { what: checks.unit, script: 'vitest/dist/cli.js', options: ['run', '--project', 'unit'] },
  engines: {
    what: checks.engines,
    script: 'vitest/dist/cli.js',
    options: ['run', '--project', 'engines'],
  },
  e2e: { what: checks.e2e, script: 'playwright/cli.js', options: ['test'] },
};

/** @returns {Command} */
export function commands() {
  const all = new Command('npm')
    .description('Inner Loop: a browser playground for meta-learning.')
    .helpCommand(false)
    .showHelpAfterError()
    .configureHelp({ commandUsage: usageOf, subcommandTerm: spoken });

  all
    .command('start')
    .description('Builds the page, serves it, and prints its address.')
    .option('--port <number>', 'the port to serve on; without it 4173 or the next free one', port)
    .option('--host [address]', 'the address to serve on, all without a value; else this machine')
    .action(async (options) => (await import('./start.mjs')).start(options));

  all
    .command('test')
    .description('Runs every check, or those that are named.')
    .addArgument(new Argument('[checks...]', 'which').choices(Object.keys(checks)))
    .addHelpText('after', ['\nChecks:', ...listed(checks)].join('\n'))
    .action(async (names) => (await import('./test.mjs')).test(names));

  all
    .command('bench')
    .description('Measures our engines beside their peers, in turns, on the same numbers.')
    .option('--only <workload>', 'one workload; a wrong name lists them')
    .option('--rounds <number>', 'rounds of each contender', wholeFrom(1), 15)
    .option('--patience <seconds>', 'for a contender to begin a workload', above0, 60)
    .option('--software-gpu', 'WebGPU by software, without a graphics device')
    .option('--vulkan-gpu', 'WebGPU and WebGL on the graphics card of a Linux machine')
    .option('--against <folder>', 'our SIMD engine of another checkout, and no other peers')
    .option('--json <file>', 'write the results to it')
    .action(async (options) => (await import('./bench.mjs')).bench(options));

  all
    .command('soak')
    .description('Trains in a page for a while, and reports what stays flat and what does not.')
    .option('--minutes <number>', 'how long', above0, 10)
    .option('--settings <settings>', 'as in an address: "engine=tfjs-wasm"', '')
    .addOption(new Option('--lab <name>', 'the lab').choices(labs).default('regression'))
    .action(async (options) => (await import('./soak.mjs')).soak(options));

  all
    .command('faults')
    .description('Breaks things under a page that trains, and reports what was lost.')
    .option('--times <number>', 'how often each', wholeFrom(1), 100)
    .option('--seed <number>', 'of the moments', wholeFrom(0, 2 ** 32 - 1), 1)
    .option('--beside <number>', 'pages at once; the moments stay the same', wholeFrom(1), 1)
    .addOption(new Option('--only <name>', 'one kind').choices(faultNames))
    .addOption(new Option('--browser <name>', 'in which').choices(browsers).default('chromium'))
    .option('--port <number>', 'the port to serve on, or the next free one', port, 4605)
    .option('--built', 'break dist/ as it is, without building it')
    .action(async (options) => (await import('./faults.mjs')).breakThings(options));

  all
    .command('screenshots')
    .description('Takes the pictures of README, with the page itself.')
    .option('--iterations <number>', 'meta-iterations to train before', wholeFrom(10, 1e6), 6000)
    .action(async (options) => (await import('./screenshots.mjs')).takeScreenshots(options));

  all
    .command('reproduce')
    .description('Lists the published experiments, or runs one beside its published results.')
    .argument('[experiment]', 'its name, as the list has it')
    .option('--seed <number>', 'of all that is drawn', seedOf, 1)
    .addOption(
      new Option('--seeds <numbers>', 'several of them, 1,2,3,4,5: their mean, spread and worst')
        .argParser(seedsOf)
        // A checkpoint is of one training.
        .conflicts(['seed', 'checkpoints']),
    )
    .option('--iterations <number>', 'fewer or more than published', wholeFrom(1, 2 ** 32 - 1))
    .option('--all', 'omniglot-alphabet: train on all alphabets, hold none back')
    .addOption(
      // Measured, not kept: its file would have the name of the one that is shipped.
      new Option('--without <part>', 'omniglot-alphabet: leave a part of the recipe out')
        .choices(recipeParts)
        .conflicts(['all', 'evaluate', 'checkpoints']),
    )
    .option('--images <file>', 'omniglot-alphabet: Omniglot’s images_background.zip')
    .option('--json <file>', 'write the results to it')
    .option('--method <name>', 'train one method alone (Omniglot)')
    .option('--checkpoints <folder>', 'write what was trained to it')
    .option('--runs <file>', 'the official questions of Lake’s test, all_runs.zip (omniglot-lake)')
    .option(
      '--workers <number>',
      'threads that share methods and seeds; all cores unless said',
      wholeFrom(1, 256),
    )
    .addOption(
      new Option('--evaluate', 'measure what is shipped, without training').conflicts([
        'iterations',
        'method',
        'checkpoints',
        'workers',
      ]),
    )
    .addOption(
      new Option('--readme', 'write README’s tables anew from src/labs/reproduced').conflicts([
        'seed',
        'seeds',
        'iterations',
        'method',
        'checkpoints',
        'evaluate',
        'workers',
        'json',
        'runs',
      ]),
    )
    .action(async (name, options) => (await import('./reproduce.mjs')).reproduce(name, options));

  all
    .command('data:omniglot')
    .description(`Makes the pack of Omniglot's characters that the page offers when it is there.`)
    .option('--from <files...>', 'zips or folders that you have; without it both are downloaded')
    .option('--anew', 'leave out what the pack has already')
    .action(async (options) => (await import('./data-omniglot.mjs')).packOmniglot(options));

  for (const [name, { what, script, options }] of Object.entries(tools)) {
    all
      .command(name)
      .description(`${what[0]?.toUpperCase()}${what.slice(1)}.`)
      .helpOption(false)
      .allowUnknownOption()
      .argument('[options...]', 'as the tool has them')
      .action(async (given) => {
        const { useTool } = await import('./tool.mjs');
        await useTool(name, script, [...options, ...given]);
      });
  }

  // Lint alone neither builds nor serves.
  all.hook('preAction', (_, command) => {
    if (command.name() !== 'lint') checkFolder();
  });
  return all;
}

/** How npm is asked for a command. @param {Command} command */
function spoken(command) {
  const name = command.name();
  return name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`;
}

/** @param {Command} command */
function usageOf(command) {
  if (command.parent === null) return 'npm start, npm test, or npm run COMMAND -- OPTIONS';
  return `${spoken(command)} -- ${command.usage()}`;
}

/** @param {Record<string, string>} lines */
const listed = (lines) =>
  Object.entries(lines).map(([name, what]) => `  ${name.padEnd(10)}${what}`);

/** @param {number} least @param {number} most */
const wholeFrom =
  (least, most = Number.MAX_SAFE_INTEGER) =>
  (/** @type {string} */ text) => {
    const value = Number(text);
    if (text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most)
      return value;
    const range = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `${least} to ${most}`;
    throw new InvalidArgumentError(`It must be a whole number, ${range}.`);
  };

const port = wholeFrom(1, 65_535);

const seedOf = wholeFrom(0, 2 ** 32 - 1);
const MOST_SEEDS = 100;

/** @param {string} text */
function seedsOf(text) {
  const seeds = text.split(',').map((one) => {
    try {
      return seedOf(one);
    } catch {
      throw new InvalidArgumentError(
        `They must be whole numbers, 0 to ${2 ** 32 - 1}, with commas between: 1,2,3,4,5.`,
      );
    }
  });
  const twice = seeds.find((seed, i) => seeds.indexOf(seed) < i);
  if (twice !== undefined)
    throw new InvalidArgumentError(`Name each once: ${twice} is there twice.`);
  if (seeds.length === 1) {
    throw new InvalidArgumentError(`Name two or more; one alone is --seed ${seeds[0]}.`);
  }
  if (seeds.length > MOST_SEEDS) {
    throw new InvalidArgumentError(`Name ${MOST_SEEDS} at most; here are ${seeds.length}.`);
  }
  return seeds;
}

/** @param {string} text */
function above0(text) {
  const value = Number(text);
  if (value > 0 && value < Number.POSITIVE_INFINITY) return value;
  throw new InvalidArgumentError('It must be a number above 0.');
}
