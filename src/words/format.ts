/** Puts values into sentences, and numbers into text, as the language has them. */

import type { CompiledMessage } from 'icu-minify/format';
import format from 'icu-minify/format';
import type { Message } from './message';
import { factsOf, wordsStore } from './words';

/** Makes one of each kind and keeps it: they are slow to make. */
function kept<O, F>(make: (locale: string, options: O | undefined) => F) {
  const made = new Map<string, F>();
  return (locale: string, options?: O): F => {
    const key = `${locale} ${JSON.stringify(options)}`;
    let one = made.get(key);
    if (one === undefined) {
      one = make(locale, options);
      made.set(key, one);
    }
    return one;
  };
}

const getNumberFormat = kept(
  (locale, options: Intl.NumberFormatOptions | undefined) => new Intl.NumberFormat(locale, options),
);
const formatters = {
  getNumberFormat,
  getPluralRules: kept(
    (locale, options: Intl.PluralRulesOptions | undefined) => new Intl.PluralRules(locale, options),
  ),
  getDateTimeFormat: kept(
    (locale, options: Intl.DateTimeFormatOptions | undefined) =>
      new Intl.DateTimeFormat(locale, options),
  ),
} as Parameters<typeof format>[3]['formatters'];

const locale = (): string => factsOf(wordsStore.getState().language).locale;

/** What a sentence becomes: text, or text and what its elements become. */
export const partsOf = <Element>(
  sentence: Message<never> | string,
  values: Readonly<Record<string, unknown>>,
): readonly (string | Element)[] => {
  const parts = format<Element>(sentence as CompiledMessage, locale(), values as never, {
    formatters,
  });
  return Array.isArray(parts) ? parts : [parts];
};

const plain = (parts: readonly unknown[]): string => parts.join('');
/** Elements are for pages; a text alone leaves them out. */
const bare = { b: plain, i: plain, code: plain };

/** A sentence with its values. */
export const say = <Values extends object>(message: Message<Values>, values: Values): string =>
  partsOf(message, { ...values, ...bare }).join('');

/** Names or short sayings, one after another. */
export const sayList = (items: readonly string[]): string =>
  items.join(wordsStore.getState().words.frame.comma);

/** A number, grouped as the language groups: 12,345. */
export const sayNumber = (value: number, options: Intl.NumberFormatOptions = {}): string =>
  getNumberFormat(locale(), options).format(value);

/** A share, from 0 to 1, in per cent: 95%. */
export const sayPercent = (share: number, decimals = 0): string =>
  sayNumber(share, { style: 'percent', maximumFractionDigits: decimals });
