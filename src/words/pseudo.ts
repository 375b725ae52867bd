/**
 * A language for tests: English with every letter of its words accented, between brackets. What is seen without accents
 * was not taken from a catalogue; what is seen without its brackets was cut.
 */

import { type Choice, type Node, nodesIn, partOf, type Sentence } from './nodes';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = 'àḃçďéḟĝĥîĵķļṁñöṗɋŕšťüṽŵẋýžÀḂÇĎÉḞĜĤÎĴĶĻṀÑÖṖɊŔŠŤÜṼŴẊÝŽ';

const accents = new Map([...PLAIN].map((letter, i) => [letter, ACCENTED[i]!]));

/** A letter alone is a symbol, as x or k, in every language. */
const accented = (text: string): string =>
  text.replace(/\p{L}{2,}/gu, (word) =>
    Array.from(word, (letter) => accents.get(letter) ?? letter).join(''),
  );

/** Accents literal text alone: values, their formats and the names of elements stay. */
function inNode(node: Node): Node {
  const part = partOf(node);
  switch (part.sort) {
    case 'text':
      return accented(part.text);
    case 'element':
      // What is to be typed is the same in every language.
      return part.name === 'code' ? node : ([part.name, ...part.children.map(inNode)] as Node);
    case 'choice':
      return [part.name, part.type, inOptions(part.options)] as Node;
    default:
      return node;
  }
}

const inOptions = (options: Readonly<Record<string, Choice>>): Record<string, Choice> =>
  Object.fromEntries(
    Object.entries(options).map(([name, option]) => [name, nodesIn(option).map(inNode)]),
  );

/** Texts beside each other are one. */
function joined(nodes: readonly Node[]): Node[] {
  const all: Node[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (typeof last === 'string' && typeof node === 'string') all.splice(-1, 1, last + node);
    else all.push(node);
  }
  return all;
}

function inSentence(sentence: Sentence): Sentence {
  if (sentence === '') return '';
  if (typeof sentence === 'string') return `⟦${accented(sentence)}⟧`;
  return joined(['⟦', ...sentence.map(inNode), '⟧']);
}

/** A catalogue in that language. */
export function pseudo<T>(catalogue: T): T {
  if (typeof catalogue === 'string' || Array.isArray(catalogue)) {
    return inSentence(catalogue as Sentence) as T;
  }
  if (typeof catalogue !== 'object' || catalogue === null) return catalogue;
  return Object.fromEntries(
    Object.entries(catalogue).map(([name, inner]) => [name, pseudo(inner)]),
  ) as T;
}
