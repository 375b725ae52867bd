/** A sentence of the catalogues on the page, with its values and its elements. */

import { createElement, Fragment, type ReactElement, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { partsOf } from '../words/format';
import type { Drawn, Message } from '../words/message';
import { type Words, wordsStore } from '../words/words';

/** The words of now; the component is drawn anew when they change. */
export const useWords = (): Words => useStore(wordsStore, (s) => s.words) as Words;

/**
 * A browser that translates the page takes each text away and puts elements in its place. Text that is all that its element
 * holds can still be changed; text beside others is lost to React, which then fails, or says for ever what was true once.
 * So every text has an element of its own, here and everywhere (`e2e/translated.spec.ts`).
 */
const inElements = (parts: readonly ReactNode[]): ReactNode =>
  createElement(
    Fragment,
    null,
    ...parts.map((part) => (typeof part === 'object' ? part : createElement('span', null, part))),
  );

const alone = (parts: readonly ReactNode[]): ReactNode =>
  parts.length === 1 && typeof parts[0] !== 'object' ? parts[0] : inElements(parts);

const elements = {
  b: (parts: ReactNode[]) => <b>{alone(parts)}</b>,
  i: (parts: ReactNode[]) => <i>{alone(parts)}</i>,
  code: (parts: ReactNode[]) => <code>{alone(parts)}</code>,
};

interface SayProps<Values extends object> {
  readonly message: Message<Values>;
  /** By name. */
  readonly values: {
    readonly [K in keyof Values]: Values[K] extends Drawn ? ReactElement : Values[K];
  };
}

/** What is drawn takes the place of its element, whatever that holds. */
const inPlace = (value: unknown): unknown => (typeof value === 'object' ? () => value : value);

export function Say<Values extends object>({ message, values }: SayProps<Values>) {
  const given = Object.entries(values).map(([name, value]) => [name, inPlace(value)]);
  return inElements(partsOf(message, { ...elements, ...Object.fromEntries(given) }));
}

/** A sentence without values, whose elements are drawn. */
export const Text = ({ of }: { readonly of: string }) => inElements(partsOf(of, elements));
