/** What a sentence that was taken apart consists of, as the library of `src/cli/sentences.mjs` writes it. */

import type { CompiledMessage } from 'icu-minify/format';
import type { Message } from './message';

/** A part of a sentence. */
export type Node = Extract<CompiledMessage, readonly unknown[]>[number];
export type Sentence = string | readonly Node[];

export const NUMBER_SIGN = 0;
const SELECT = 1;
const PLURAL = 2;
const ORDINAL = 3;

export type Part =
  | { readonly sort: 'text'; readonly text: string }
  /** The number of a plural. */
  | { readonly sort: 'number sign' }
  | { readonly sort: 'element'; readonly name: string; readonly children: readonly Node[] }
  | {
      readonly sort: 'choice';
      readonly name: string;
      readonly type: number;
      readonly options: Readonly<Record<string, Choice>>;
    }
  | { readonly sort: 'value'; readonly name: string };

/** One form of a plural, or one of several sentences. */
export type Choice = Sentence | typeof NUMBER_SIGN;

export const nodesIn = (sentence: Choice | Message<never>): readonly Node[] =>
  Array.isArray(sentence) ? sentence : [sentence as Node];

export function partOf(node: Node): Part {
  if (typeof node === 'string') return { sort: 'text', text: node };
  if (node === NUMBER_SIGN) return { sort: 'number sign' };
  const [name, type, options] = node as readonly [string, unknown, unknown];
  if (type === SELECT || type === PLURAL || type === ORDINAL) {
    return { sort: 'choice', name, type, options: options as Readonly<Record<string, Choice>> };
  }
  if (type === undefined || (typeof type === 'number' && type !== NUMBER_SIGN)) {
    return { sort: 'value', name };
  }
  return { sort: 'element', name, children: node.slice(1) as Node[] };
}
