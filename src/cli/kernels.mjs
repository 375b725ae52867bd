/**
 * Compiles the SIMD engine's kernels from AssemblyScript, if they are older than their source, and writes down how they
 * are called, for the type checker.
 */

import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../compute/simd/assembly/', import.meta.url));
const folder = fileURLToPath(new URL('../compute/simd/build/', import.meta.url));

/** With fused multiply-add where the browser has it, and without; both are called in the same way. */
const builds = {
  'kernels.wasm': ['--enable', 'simd', '--bindings', 'raw'],
  'kernels-relaxed.wasm': ['--enable', 'simd', '--enable', 'relaxed-simd'],
};

const flags = [
  '--runtime',
  'stub',
  '-O3',
  '--noAssert',
  '--initialMemory',
  '1',
  // Pages of 64 KiB: two gibibytes.
  '--maximumMemory',
  '32768',
];

/** @param {string} target */
function isUpToDate(target) {
  if (!existsSync(target)) return false;
  const built = statSync(target).mtimeMs;
  const sources = readdirSync(source).map((name) => path.join(source, name));
  return [...sources, fileURLToPath(import.meta.url)].every(
    (file) => statSync(file).mtimeMs <= built,
  );
}

/** @returns {Promise<void>} */
export async function buildKernels() {
  for (const [name, features] of Object.entries(builds)) {
    const target = path.join(folder, name);
    if (isUpToDate(target)) continue;
    mkdirSync(folder, { recursive: true });
    const { default: compiler } = await import('assemblyscript/asc');
    const entry = path.join(source, 'index.ts');
    const { error, stderr } = await compiler.main([entry, '-o', target, ...features, ...flags]);
    if (error) throw new Error(`The SIMD kernels do not compile:\n${stderr.toString()}`);
  }
  // Of the bindings only the types are used.
  rmSync(path.join(folder, 'kernels.js'), { force: true });
}
