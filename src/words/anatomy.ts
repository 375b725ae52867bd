/** What catalogues and sentences are made of: tests compare it between languages, and with what is sent. */

import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { TYPE } from '@formatjs/icu-messageformat-parser/no-parser.js';
import { parse } from './parse';

/** Every string of a catalogue, by its path. */
export function stringsIn(catalogue: unknown, path = ''): Map<string, string> {
  if (typeof catalogue === 'string') return new Map([[path, catalogue]]);
  return new Map(
    Object.entries(catalogue as object).flatMap(([name, inner]) => [
      ...stringsIn(inner, path === '' ? name : `${path}.${name}`),
    ]),
  );
}

export interface Anatomy {
  /** Names of the values that it takes, in the order of the alphabet. */
  readonly values: readonly string[];
  /** Names of its elements. */
  readonly elements: readonly string[];
  /** What stands between them, but for what is to be typed. */
  readonly literals: readonly string[];
}

/** @throws SyntaxError if it cannot be parsed */
export function anatomyOf(sentence: string): Anatomy {
  const values = new Set<string>();
  const elements = new Set<string>();
  const literals: string[] = [];
  const visit = (parts: readonly MessageFormatElement[]) => {
    for (const part of parts) {
      switch (part.type) {
        case TYPE.literal:
          literals.push(part.value);
          break;
        case TYPE.pound:
          break;
        case TYPE.tag:
          elements.add(part.value);
          if (part.value !== 'code') visit(part.children);
          break;
        case TYPE.plural:
        case TYPE.select:
          values.add(part.value);
          for (const { value } of Object.values(part.options)) visit(value);
          break;
        default:
          values.add(part.value);
      }
    }
  };
  visit(parse(sentence));
  return { values: [...values].sort(), elements: [...elements].sort(), literals };
}
