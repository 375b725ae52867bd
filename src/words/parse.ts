/**
 * Takes sentences apart: of ICU MessageFormat what the catalogues use, which is values, numbers, `plural`, `select` and
 * elements; no quotes, dates or times. The parser that comes with the formatter knows the clocks of every country and
 * weighs 8 KB, where this weighs 1; a test holds every sentence of every language to what that one makes of it.
 */

import type { MessageFormatElement, NumberSkeleton } from '@formatjs/icu-messageformat-parser';
import { SKELETON_TYPE, TYPE } from '@formatjs/icu-messageformat-parser/no-parser.js';

type Parts = MessageFormatElement[];

/** Text as it is, with brackets that open nothing. Within a plural the number sign stands for the number. */
const LITERAL = /(?:[^{}<]|<(?![a-z/]))+/y;
const LITERAL_IN_PLURAL = /(?:[^{}<#]|<(?![a-z/]))+/y;
const POUND = /#/y;
const ELEMENT = /<([a-z]+)>/y;
const ARGUMENT = /\{\s*(\w+)\s*/y;
const KIND = /,\s*(number|plural|select)\s*/y;
/** At least as many decimals as there are zeros, at most as many as there are zeros and signs. */
const DECIMALS = /,\s*::(\.(0*)(#*))\s*/y;
const COMMA = /,\s*/y;
const OPTION = /\s*(=\d+|\w+)\s*\{/y;
const END = /\s*\}/y;

/** @throws SyntaxError that shows the place */
export function parse(text: string): Parts {
  let at = 0;

  /** Passes what stands here in this form, if anything does. */
  const take = (form: RegExp): RegExpExecArray | null => {
    form.lastIndex = at;
    const found = form.exec(text);
    if (found !== null) at = form.lastIndex;
    return found;
  };
  const fail = (wanted: string): never => {
    throw new SyntaxError(`${wanted} is missing: ${text.slice(0, at)}⟨?⟩${text.slice(at)}`);
  };

  /** As far as they go: to the end of the text, or to what closes them. */
  function parts(inPlural: boolean): Parts {
    const found: Parts = [];
    for (;;) {
      const literal = take(inPlural ? LITERAL_IN_PLURAL : LITERAL)?.[0];
      if (literal !== undefined) found.push({ type: TYPE.literal, value: literal });
      const part = (inPlural ? pound() : null) ?? element(inPlural) ?? argument();
      if (part === null) return found;
      found.push(part);
    }
  }

  const pound = (): MessageFormatElement | null => (take(POUND) ? { type: TYPE.pound } : null);

  function element(inPlural: boolean): MessageFormatElement | null {
    const value = take(ELEMENT)?.[1];
    if (value === undefined) return null;
    const children = parts(inPlural);
    if (!text.startsWith(`</${value}>`, at)) fail(`</${value}>`);
    at += value.length + 3;
    return { type: TYPE.tag, value, children };
  }

  function argument(): MessageFormatElement | null {
    const value = take(ARGUMENT)?.[1];
    if (value === undefined) return null;
    const kind = take(KIND)?.[1];
    const part = kindOf(kind, value);
    if (!take(END)) fail('}');
    return part;
  }

  function kindOf(kind: string | undefined, value: string): MessageFormatElement {
    switch (kind) {
      case 'number':
        return { type: TYPE.number, value, style: decimals() };
      case 'plural':
        return {
          type: TYPE.plural,
          value,
          options: options(true),
          offset: 0,
          pluralType: 'cardinal',
        };
      case 'select':
        return { type: TYPE.select, value, options: options(false) };
      default:
        return { type: TYPE.argument, value };
    }
  }

  function decimals(): NumberSkeleton | null {
    const [, stem, zeros, more] = take(DECIMALS) ?? [];
    if (stem === undefined) return null;
    const least = zeros!.length;
    return {
      type: SKELETON_TYPE.number as NumberSkeleton['type'],
      tokens: [{ stem, options: [] }],
      parsedOptions: {
        minimumFractionDigits: least,
        maximumFractionDigits: least + more!.length,
      },
    };
  }

  function options(ofPlural: boolean): Record<string, { value: Parts }> {
    const found: Record<string, { value: Parts }> = {};
    if (!take(COMMA)) fail('an option');
    for (let name = take(OPTION)?.[1]; name !== undefined; name = take(OPTION)?.[1]) {
      found[name] = { value: parts(ofPlural) };
      if (!take(END)) fail('}');
    }
    return found;
  }

  const all = parts(false);
  if (at < text.length) fail('what opens this');
  return all;
}
