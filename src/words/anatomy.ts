/** What catalogues and sentences are made of: tests compare it between languages, and with what is sent. */

import type { Message } from './message';
import { type Node, nodesIn, partOf, type Sentence } from './nodes';

/** Every sentence of a catalogue, by its path. */
export function sentencesIn(catalogue: unknown, path = ''): Map<string, Sentence> {
  if (typeof catalogue === 'string' || Array.isArray(catalogue)) {
    return new Map([[path, catalogue as Sentence]]);
  }
  return new Map(
    Object.entries(catalogue as object).flatMap(([name, inner]) => [
      ...sentencesIn(inner, path === '' ? name : `${path}.${name}`),
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

export function anatomyOf(sentence: Sentence | Message<never>): Anatomy {
  const values = new Set<string>();
  const elements = new Set<string>();
  const literals: string[] = [];
  const visit = (node: Node) => {
    const found = partOf(node);
    switch (found.sort) {
      case 'text':
        literals.push(found.text);
        break;
      case 'number sign':
        break;
      case 'element':
        elements.add(found.name);
        if (found.name !== 'code') found.children.forEach(visit);
        break;
      case 'choice':
        values.add(found.name);
        for (const option of Object.values(found.options)) nodesIn(option).forEach(visit);
        break;
      default:
        values.add(found.name);
    }
  };
  nodesIn(sentence).forEach(visit);
  return { values: [...values].sort(), elements: [...elements].sort(), literals };
}
