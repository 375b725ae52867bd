/**
 * A language for tests: English with every letter of its words accented, between brackets. What is seen without accents
 * was not taken from a catalogue; what is seen without its brackets was cut.
 */

import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { TYPE } from '@formatjs/icu-messageformat-parser/no-parser.js';
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js';
import { parse } from './parse';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = 'àḃçďéḟĝĥîĵķļṁñöṗɋŕšťüṽŵẋýžÀḂÇĎÉḞĜĤÎĴĶĻṀÑÖṖɊŔŠŤÜṼŴẊÝŽ';

const accents = new Map([...PLAIN].map((letter, i) => [letter, ACCENTED[i]!]));

/** A letter alone is a symbol, as x or k, in every language. */
const accented = (text: string): string =>
  text.replace(/\p{L}{2,}/gu, (word) =>
    Array.from(word, (letter) => accents.get(letter) ?? letter).join(''),
  );

/** Accents literal text alone: arguments, their formats and the names of elements stay. */
const inAst = (elements: readonly MessageFormatElement[]): MessageFormatElement[] =>
  elements.map((element) => {
    switch (element.type) {
      case TYPE.literal:
        return { ...element, value: accented(element.value) };
      case TYPE.tag:
        // What is to be typed is the same in every language.
        return element.value === 'code'
          ? element
          : { ...element, children: inAst(element.children) };
      case TYPE.plural:
      case TYPE.select:
        return { ...element, options: inOptions(element.options) };
      default:
        return element;
    }
  });

const inOptions = <O extends { readonly value: MessageFormatElement[] }>(
  options: Record<string, O>,
): Record<string, O> =>
  Object.fromEntries(
    Object.entries(options).map(([name, option]) => [
      name,
      { ...option, value: inAst(option.value) },
    ]),
  );

/** A catalogue in that language. */
export function pseudo<T>(catalogue: T): T {
  if (typeof catalogue === 'string') {
    return (catalogue === '' ? '' : `⟦${printAST(inAst(parse(catalogue)))}⟧`) as T;
  }
  if (typeof catalogue !== 'object' || catalogue === null) return catalogue;
  return Object.fromEntries(
    Object.entries(catalogue).map(([name, inner]) => [name, pseudo(inner)]),
  ) as T;
}
