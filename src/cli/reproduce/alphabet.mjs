/** `npm run reproduce -- omniglot-alphabet`: a network of alphabets, trained on 25 and measured on five others, or on all. */

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadTypeScript } from '../runTypeScript.mjs';
import { giveUp, root } from '../setup.mjs';
import { keptIn, unfinishedFile } from './unfinished.mjs';

export const ALPHABET = 'omniglot-alphabet';
/** Where Omniglot's background set is looked for unless `--images` says. */
const IMAGES = 'public/data/images_background.zip';

/** @param {import('../reproduce.mjs').Options} options @param {(progress: import('../../labs/kit/reproduction').Progress) => void} onProgress */
export async function reproduceAlphabet(options, onProgress) {
  const {
    seed,
    iterations = null,
    all = false,
    without,
    images = IMAGES,
    checkpoints,
    json,
  } = options;
  const archive = path.resolve(root, images);
  if (!existsSync(archive)) {
    giveUp(
      `${images} is missing. Name Omniglot's images_background.zip (github.com/brendenlake/omniglot, python): --images FILE.`,
    );
  }
  const { module } = await loadTypeScript('src/cli/reproduce/alphabet.ts');
  /** @type {typeof import('./alphabet')} */
  const project = module;
  const bytes = readFileSync(archive);
  const given = [
    ...(all ? ['--all'] : []),
    ...(without === undefined ? [] : [`--without ${without}`]),
    ...(options.evaluate ? ['--evaluate'] : []),
    `--seed ${seed}`,
    ...(iterations === null ? [] : [`--iterations ${iterations}`]),
  ];
  const command = `npm run reproduce -- ${ALPHABET} ${given.join(' ')}`;
  console.log(`A network of alphabets, ${all ? 'of all' : 'five held back'}; seed ${seed}`);
  try {
    if (options.evaluate) {
      const name = project.alphabetFile('held-back');
      const file = path.join(root, 'public', 'checkpoints', name);
      if (!existsSync(file)) giveUp(`public/checkpoints/${name} is missing.`);
      const { errors, baseline, engine } = await project.evaluated(bytes, readFileSync(file), seed);
      console.log(`\n${project.tableOf(errors)}`);
      console.log(`\nModified Hausdorff distance, of 105 pixels:\n${project.tableOf(baseline)}`);
      console.log(`\n${engine}.`);
      write({ command, errors, baseline });
      return;
    }
    const kept = checkpoints === undefined ? undefined : keptIn(checkpoints);
    const asked = { seed, iterations, all, without, command, onProgress, unfinished: kept };
    const result = await project.trained(bytes, asked);
    const { name, errors, unrounded, seconds, engine } = result;
    if (errors !== null) {
      console.log(`\nIn eight bits, as shipped:\n${project.tableOf(errors)}`);
    }
    if (unrounded !== null) {
      console.log(`\nIn single precision:\n${project.tableOf(unrounded)}\n`);
    }
    console.log(`${engine}; ${result.iterations} meta-iterations in ${seconds.toFixed(0)} s.`);
    if (checkpoints !== undefined) {
      const target = path.join(checkpoints, `${name}.safetensors`);
      writeFileSync(target, result.bytes);
      rmSync(unfinishedFile(checkpoints, name), { force: true });
      console.log(`Checkpoint of ${result.bytes.length} bytes written to ${target}.`);
    }
    write({ command, seconds, engine, iterations: result.iterations, errors, unrounded });
  } catch (error) {
    const said = await project.saidOf(error);
    if (said !== null) giveUp(said);
    throw error;
  }

  /** @param {object} report */
  function write(report) {
    if (json === undefined) return;
    const date = new Date().toISOString().slice(0, 10);
    writeFileSync(json, `${JSON.stringify({ ...report, date }, null, 2)}\n`);
    console.log(`Written to ${json}.`);
  }
}
