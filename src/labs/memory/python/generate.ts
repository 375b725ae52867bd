/** The readers of the memory lab as a PyTorch script: those that take part, judged on the page's own streams. */

import { code, dict, type PyValue, type Recipe } from '../../kit/python/assemble';
import { pieces } from '../../kit/python/pieces';
import type { MemorySpec } from '../fields';
import { INSTANCES } from '../questions';
import template from './memory.py?raw';

/** Those whom the script knows: of one-hot labels, and who has no rule of its own for what it keeps. */
export const scriptedIn = ({ labels, readers }: Pick<MemorySpec, 'labels' | 'readers'>) =>
  labels === 'strings' ? [] : readers.filter((name) => name !== 'rare');

export function recipeOf(all: MemorySpec): Recipe {
  const spec = { ...all, readers: scriptedIn(all) };
  return { template, pieces, flags: flagsOf(spec), values: valuesOf(spec) };
}

function flagsOf(spec: MemorySpec): Set<string> {
  const { readers, mannController, mannInput, mannSharpness, mannWriting } = spec;
  const isIn = readers.includes('mann');
  const flags: (string | false)[] = [
    // Labels are bytes.
    ...['drawings', ...readers],
    ...(isIn ? [`mann-${mannController}`, mannInput, mannWriting] : []),
    isIn && mannSharpness === 'learned' && 'sharp',
  ];
  return new Set(flags.filter((flag) => flag !== false));
}

function valuesOf(spec: MemorySpec): Record<string, PyValue> {
  const has = (name: MemorySpec['readers'][number]) => spec.readers.includes(name);
  return {
    'WAYS, INSTANCES': [spec.ways, INSTANCES],
    ...(has('mann')
      ? {
          'MANN_HIDDEN, MANN_SLOTS, MANN_WIDTH, MANN_HEADS, MANN_DECAY': [
            ...[spec.mannHidden, spec.mannSlots, spec.mannWidth],
            ...[spec.mannHeads, spec.mannDecay],
          ],
        }
      : {}),
    ...(has('kv') ? { 'KV_WIDTH, KV_HEADS': [spec.kvWidth, spec.kvHeads] } : {}),
    ...(has('snail') ? { 'SNAIL_BLOCKS, SNAIL_WIDTH': [spec.snailBlocks, spec.snailWidth] } : {}),
    ...(has('lstm') ? { LSTM_HIDDEN: spec.lstmHidden } : {}),
    READERS: spec.readers.length === 0 ? code('{}') : dict(spec.readers, (name) => name),
  };
}
