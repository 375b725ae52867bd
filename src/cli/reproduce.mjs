/**
 * `npm run reproduce`: lists the experiments, or runs one and prints measured beside published, or writes README's
 * tables from the results that are kept in src/labs/reproduced.
 */

import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ALPHABET, reproduceAlphabet } from './reproduce/alphabet.mjs';
import { checkLake, LAKE, reproduceLake } from './reproduce/lake.mjs';
import { measureSeeds } from './reproduce/measure.mjs';
import { unfinishedFile } from './reproduce/unfinished.mjs';
import { loadTypeScript } from './runTypeScript.mjs';
import { checkTarget, giveUp, root } from './setup.mjs';

/** @typedef {import('../labs/kit/reproduction').Reproduction} Reproduction */
/** @typedef {import('../labs/kit/reproduction').Progress} Progress */
/** @typedef {typeof import('./reproduce/index')} Project the project's own code */

/**
 * @typedef {object} Options
 * @property {number} seed
 * @property {number[]} [seeds] several of them, in place of the one
 * @property {number} [iterations]
 * @property {string} [json] file for the results
 * @property {string} [method] the one to train
 * @property {number} [workers] threads at most; as many as this machine has cores, unless said
 * @property {string} [checkpoints] folder for what is trained
 * @property {boolean} [evaluate] what is shipped, in place of training
 * @property {boolean} [readme]
 * @property {string} [runs] the official questions of Lake's test
 * @property {boolean} [all] of alphabets: none is held back
 * @property {import('../labs/omniglot/alphabet/parts').Part} [without] the part of the recipe of alphabets that is left out
 * @property {string} [images] Omniglot's background set
 */

/** @param {string | undefined} name @param {Options} options */
export async function reproduce(name, options) {
  checkOptions(name, options);
  if (name === ALPHABET) {
    await reproduceAlphabet(options, progressBar());
    process.exit(0);
  }
  const { module, close } = await loadTypeScript('src/cli/reproduce/index.ts');
  /** @type {Project} */
  const project = module;
  if (options.readme) {
    const file = path.join(root, 'README.md');
    writeFileSync(file, await project.readmeWith(readFileSync(file, 'utf8'), root));
    console.log('README.md holds the tables of src/labs/reproduced.');
  } else if (name === undefined) await list(project);
  else {
    try {
      if (name === LAKE) await reproduceLake(project, options);
      else await runOne(project, name, options);
    } catch (error) {
      const said = await project.saidOf(error);
      if (said !== null) giveUp(said);
      throw error;
    }
  }
  await close();
  process.exit(0);
}

/** Refuses what would be left unheard. @param {string | undefined} name @param {Options} options */
function checkOptions(name, options) {
  const { seeds, iterations, json, method, checkpoints, workers, evaluate, readme, runs } = options;
  if (name === undefined) {
    const all = { seeds, iterations, json, method, checkpoints, workers, evaluate, runs };
    const given = Object.entries(all).find(([, value]) => value !== undefined && value !== false);
    if (given !== undefined) {
      giveUp(
        `--${given[0]} goes with an experiment: npm run reproduce -- NAME. Without a name they are listed.`,
      );
    }
  } else if (readme) giveUp('--readme goes without an experiment.');
  if (name === LAKE) checkLake(options);
  else if (runs !== undefined) giveUp(`--runs goes with ${LAKE}.`);
  if (seeds !== undefined && (name === LAKE || name === ALPHABET)) {
    giveUp(`${name} takes one seed at a time: --seed ${seeds[0]}.`);
  }
  const ofAlphabets = [options.images, options.without].some((option) => option !== undefined);
  if (name !== ALPHABET && (options.all || ofAlphabets)) {
    giveUp(`--all, --without and --images go with ${ALPHABET}.`);
  }
  checkTarget('--json', json);
  if (
    checkpoints !== undefined &&
    existsSync(checkpoints) &&
    !statSync(checkpoints).isDirectory()
  ) {
    giveUp(`--checkpoints ${checkpoints} is a file; name a folder.`);
  }
  // Made now: hours later it would be too late to hear that it cannot be.
  if (checkpoints !== undefined) mkdirSync(path.resolve(checkpoints), { recursive: true });
}

/** @param {Project} project */
async function list({ reproductions, sayNumber }) {
  for (const [name, load] of Object.entries(reproductions)) {
    const { title, iterations } = await load();
    console.log(`${name.padEnd(24)} ${title}; ${sayNumber(iterations)} meta-iterations`);
  }
  console.log(`${LAKE.padEnd(24)} Lake’s test, by what is shipped; trains nothing`);
  console.log(
    `${ALPHABET.padEnd(24)} Reading alphabets never seen: 25 trained on, 5 held back; --all of all 30`,
  );
  console.log('\nTo run one: npm run reproduce -- NAME. Options: npm run reproduce -- --help');
}

/** @param {Project} project @param {string} asked @param {Options} values */
async function runOne(project, asked, values) {
  const { reproductions } = project;
  const names = /** @type {(keyof typeof reproductions)[]} */ (Object.keys(reproductions));
  const name = names.find((n) => n === asked);
  if (name === undefined)
    giveUp(`There is no experiment ${asked}. There are: ${[...names, LAKE, ALPHABET].join(', ')}.`);
  const { seed, seeds, iterations = null } = values;
  /** @type {Reproduction} */
  const reproduction = await reproductions[name]();
  const { checkpoints: shipped = [], methods = [] } = reproduction;
  if ((values.evaluate || values.checkpoints !== undefined) && shipped.length === 0) {
    giveUp(`${name} has no checkpoints: leave --evaluate and --checkpoints away.`);
  }
  if (values.method !== undefined && !methods.includes(values.method)) {
    giveUp(
      methods.length === 0
        ? `${name} trains all methods together: leave --method away.`
        : `--method is ${values.method}; it must be one of ${methods.join(', ')}.`,
    );
  }
  /** @param {string} checkpoint */
  const readShipped = (checkpoint) => {
    const file = path.join(root, 'public', 'checkpoints', `${checkpoint}.json`);
    if (!existsSync(file)) {
      giveUp(
        `public/checkpoints/${checkpoint}.json is missing. Train it: npm run reproduce -- ${name} --checkpoints public/checkpoints`,
      );
    }
    return readFileSync(file, 'utf8');
  };
  const options = [
    ...(values.evaluate ? ['--evaluate'] : []),
    seeds === undefined ? `--seed ${seed}` : `--seeds ${seeds.join(',')}`,
    ...(values.method === undefined ? [] : [`--method ${values.method}`]),
    ...(iterations === null ? [] : [`--iterations ${iterations}`]),
  ];
  const command = `npm run reproduce -- ${name} ${options.join(' ')}`;
  const all = seeds ?? [seed];
  console.log(`${reproduction.title}, ${seeds === undefined ? 'seed' : 'seeds'} ${all.join(', ')}`);
  const start = performance.now();
  const { measured, threads } = await measureSeeds(project, {
    ...{ name, reproduction, seeds: all, checkpoints: values.checkpoints },
    only: values.method === undefined ? null : [values.method],
    settings: { iterations, command },
    workers: values.workers ?? os.availableParallelism(),
    evaluate: values.evaluate ? readShipped : null,
    onProgress: progressBar(),
  });
  const report = project.reportOf(measured, reproduction, all, {
    experiment: name,
    seconds: (performance.now() - start) / 1000,
    command,
    date: new Date().toISOString().slice(0, 10),
    machine: `${os.cpus()[0]?.model ?? 'unknown processor'}, ${coresOf(threads)}`,
  });
  const { table, reading } = project.shownOf(report, reproduction);
  console.log(`\n${table}\n`);
  console.log(`${reproduction.measures}. ${reading}`);
  for (const said of [report.note, reproduction.remarks]) if (said) console.log(said);
  const times = report.training
    .filter((t) => t.seconds > 1)
    .map((t) => `${reproduction.label(t.method)} ${t.seconds.toFixed(1)} s`);
  const mean = seeds === undefined ? '' : ' on average';
  const training = times.length === 0 ? '' : ` training${mean}: ${times.join(', ')};`;
  console.log(`${report.engine};${training} ${report.seconds.toFixed(1)} s in all.`);
  if (values.checkpoints !== undefined) {
    for (const { name: file, text } of measured[0]?.checkpoints ?? []) {
      const target = path.join(values.checkpoints, `${file}.json`);
      writeFileSync(target, text);
      rmSync(unfinishedFile(values.checkpoints, file), { force: true });
      console.log(`Checkpoint written to ${target}.`);
    }
  }
  if (values.json !== undefined) {
    writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
    console.log(`Written to ${values.json}.`);
  }
}

/** @param {number} threads */
const coresOf = (threads) => (threads === 1 ? 'one core' : `${threads} cores`);

/** A bar on a terminal, a line now and then elsewhere; one for each method that is under way. */
function progressBar() {
  const live = process.stdout.isTTY === true;
  /** @type {Map<string, { start: number, from: number, last: number }>} */
  const stages = new Map();
  /** @param {Progress} progress */
  return ({ stage, done, total }) => {
    const now = performance.now();
    const known = stages.get(stage);
    if (known === undefined) {
      stages.set(stage, { start: now, from: done, last: now });
      return;
    }
    const finished = done >= total;
    if (!finished && now - known.last < (live ? 200 : 10_000)) return;
    known.last = now;
    const share = done / total;
    const rate = (1000 * (done - known.from)) / (now - known.start);
    const left = (total - done) / rate;
    const full = Math.round(24 * share);
    const line = `${stage.padEnd(8)} ${'█'.repeat(full)}${'·'.repeat(24 - full)} ${(100 * share).toFixed(0).padStart(3)}%  ${rate.toFixed(0)}/s  ${left.toFixed(0)} s left`;
    process.stdout.write(live ? `\r${line.padEnd(76)}${finished ? '\n' : ''}` : `${line}\n`);
  };
}
