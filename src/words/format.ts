/** Puts values into sentences, and numbers into text, as the language has them. */

import { IntlMessageFormat } from 'intl-messageformat';
import type { Message } from './message';
import { parse } from './parse';
import { localeOf, wordsStore } from './words';

const parsed = new Map<string, IntlMessageFormat>();

/** A sentence in the language of now, ready to take values. */
export function formatOf(text: string): IntlMessageFormat {
  const locale = localeOf(wordsStore.getState().language);
  const key = `${locale} ${text}`;
  let format = parsed.get(key);
  if (format === undefined) {
    format = new IntlMessageFormat(parse(text), locale);
    parsed.set(key, format);
  }
  return format;
}

const plain = (parts: readonly unknown[]): string => parts.join('');
/** Elements are for pages; a text alone leaves them out. */
const bare = { b: plain, i: plain, code: plain };

/** A sentence with its values. */
export const say = <Values extends object>(message: Message<Values>, values: Values): string =>
  String(formatOf(message).format({ ...bare, ...values } as never));

const formats = new Map<string, Intl.NumberFormat>();

/** A number, grouped as the language groups: 12,345. */
export function sayNumber(value: number, options: Intl.NumberFormatOptions = {}): string {
  const locale = localeOf(wordsStore.getState().language);
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, options);
    formats.set(key, format);
  }
  return format.format(value);
}
