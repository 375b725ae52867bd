/** A sentence of the catalogues on the page, with its values and its elements. */

import { Fragment, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { formatOf } from '../words/format';
import type { Message } from '../words/message';
import { type Words, wordsStore } from '../words/words';

/** The words of now; the component is drawn anew when they change. */
export const useWords = (): Words => useStore(wordsStore, (s) => s.words) as Words;

const elements = {
  b: (parts: ReactNode[]) => <b>{parts}</b>,
  i: (parts: ReactNode[]) => <i>{parts}</i>,
  code: (parts: ReactNode[]) => <code>{parts}</code>,
};

interface SayProps<Values extends object> {
  readonly message: Message<Values>;
  /** By name; what is drawn may stand for a text. */
  readonly values: { readonly [K in keyof Values]: Values[K] | ReactNode };
}

export function Say<Values extends object>({ message, values }: SayProps<Values>) {
  const parts = formatOf(message).format({ ...elements, ...values } as never) as ReactNode;
  const list = Array.isArray(parts) ? parts : [parts];
  return list.map((part, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the sentence
    <Fragment key={i}>{part}</Fragment>
  ));
}

/** A sentence without values, whose elements are drawn. */
export const Text = ({ of }: { readonly of: string }) => (
  <Say message={of as Message<object>} values={{}} />
);
