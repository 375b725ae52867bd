/**
 * What a person wrote or a link says, as the value of a field, where it is not as this page writes it. Loaded when such
 * a text turns up. A text with one reading is understood; one with two is refused with both.
 */

import { type Field, formatNumber, maybeThousands } from './field';
import { checkField } from './spec';
import { numberText, plainText, readingsOf } from './writtenNumber';

export type Read<T> =
  | { readonly ok: true; readonly value: T; readonly dropped?: Dropped }
  /** What it may mean, each as a text with one reading; nothing if it is no value of the field. */
  | { readonly ok: false; readonly readings: readonly string[] };

/** What of a text is left out, the rest being kept. */
export interface Dropped {
  readonly code: 'items' | 'extra';
  readonly text: string;
}

const refused = { ok: false, readings: [] } as const;

/** A text that a person typed. */
export function readTyped<T>(field: Field<T>, given: string): Read<T> {
  const strict = checkField(field, field.parse(given.trim()));
  if (strict.ok && !maybeThousands(given)) return strict;
  return readValue(field, given);
}

/** What ends a sentence or a quotation around a link; an ellipsis is none, as it stands for what was cut away. */
const AROUND = /^["'“”„«»<(]+|(?<!\.\.)(?<!…)[.,;:!?"'“”„«»<>()[\]{}|*_~`\\、。，．]+$/gu;
const ELLIPSIS = /…|\.\.\.*$/u;
/** What no value of any field has, and whatever comes after it: the rest of a page around the link. */
const FOREIGN = /[<>"“”„«»].*$/su;

/** A text of a link, which others may have changed on its way. Of a list what is good is kept. */
export function readGiven<T>(field: Field<T>, given: string): Read<T> {
  const whole = readLink(field, given);
  if (whole.ok || whole.readings.length > 0 || ELLIPSIS.test(given))
    return partOf(field, given, whole);
  for (const shorter of [
    given.replace(AROUND, ''),
    given.replace(FOREIGN, '').replace(AROUND, ''),
  ]) {
    if (shorter === given || shorter.trim() === '') continue;
    const read = readLink(field, shorter);
    if (!read.ok && read.readings.length === 0) continue;
    const left = given.replace(shorter, '');
    return read.ok ? { ...read, dropped: { code: 'extra', text: left } } : read;
  }
  return partOf(field, given, whole);
}

/** As the page writes it, else as a person does. */
function readLink<T>(field: Field<T>, given: string): Read<T> {
  const strict = checkField(field, field.parse(given));
  return strict.ok ? strict : readValue(field, given);
}

function readValue<T>(field: Field<T>, given: string): Read<T> {
  const { values, unsure } = candidatesOf(field, given);
  const valid = new Map<string, T>();
  for (const candidate of values) {
    const checked = checkField(field, candidate);
    if (checked.ok) valid.set(field.format(checked.value), checked.value);
  }
  const [first] = valid.values();
  if (first === undefined) return refused;
  if (valid.size === 1 && !unsure) return { ok: true, value: first };
  return { ok: false, readings: [...valid.values()].slice(0, MOST_READINGS).map(saidOf) };
}

const MOST_READINGS = 4;

/** What a text may mean, for the schema to choose from, and whether to ask even if that leaves one. */
interface Candidates {
  readonly values: readonly unknown[];
  readonly unsure: boolean;
}

function candidatesOf(field: Field<unknown>, given: string): Candidates {
  const one = (text: string): Candidates => ({ values: [field.parse(text)], unsure: false });
  switch (field.wanted.code) {
    case 'number':
      return numbersOf(given);
    case 'integer':
      return wholesOf(given);
    case 'range':
      return rangesOf(given);
    case 'integers':
      return listsOf(given);
    case 'choice':
    case 'selection':
    case 'text':
      return one(plainText(given));
    case 'point':
    case 'points':
      return one(plainText(given).replaceAll(' ', ''));
    default:
      return field.wanted satisfies never;
  }
}

/** A comma may be either; a point is this page's sign of decimals, unless the limits allow for thousands too. */
function numbersOf(given: string): Candidates {
  const values = readingsOf(given);
  return { values, unsure: values.length > 1 && numberText(given).includes(',') };
}

/** "70,000" is grouped as this page groups a whole number, which has no decimals; a point may be either. */
function wholesOf(given: string): Candidates {
  const values = readingsOf(given);
  const [, grouped] = values;
  if (grouped === undefined) return { values, unsure: false };
  return /^[+-]?\d+,\d+$/.test(numberText(given))
    ? { values: [grouped], unsure: false }
    : { values, unsure: true };
}

const saidOf = (candidate: unknown): string =>
  (Array.isArray(candidate) ? candidate : [candidate]).map(formOf).join('; ');

/** A number in a form that has this reading alone. */
function formOf(value: number): string {
  const text = formatNumber(value);
  // One more decimal, in front of a power of ten.
  return maybeThousands(text) ? text.replace(/\.\d{3}(?!\d)/, '$&0') : text;
}

const BRACKETS = /^[[({]\s*(.*?)\s*[\])}]$/s;
const bare = (given: string): string => {
  const text = numberText(given);
  return BRACKETS.exec(text)?.[1] ?? text;
};

/** What stands between two numbers and in none; then what may stand in one. */
const BETWEEN = [
  /\s*(?:;|\||…|\.\.+|→|~|〜|\b(?:to|and|until)\b)\s*/giu,
  /\s+[-–—―]\s+|(?<=[\dπ.)])[-–—―](?=[\dπ.(])|(?<=[\dπ])[–—―](?=-)/gu,
];
const PERHAPS_BETWEEN = /\s*,\s*|\s+/gu;

/** Two numbers, in every way that a text can be parted into them. */
function rangesOf(given: string): Candidates {
  const text = bare(given);
  const sure = BETWEEN.map((form) => [...text.matchAll(form)]).find((found) => found.length > 0);
  const places = sure ?? [...text.matchAll(PERHAPS_BETWEEN)];
  const pairs = new Map<string, readonly number[]>();
  let unsure = false;
  if (sure !== undefined && sure.length > 1) return { values: [], unsure };
  for (const { index, 0: between } of places) {
    const sides = [text.slice(0, index), text.slice(index + between.length)].map(numbersOf);
    const [lows, highs] = sides.map(({ values }) => values as readonly number[]);
    for (const low of lows!) for (const high of highs!) pairs.set(`${low} ${high}`, [low, high]);
    unsure ||= lows!.length > 0 && highs!.length > 0 && sides.some((side) => side.unsure);
  }
  return { values: [...pairs.values()], unsure };
}

/** Between whole numbers: "8, 8", "8 8", "8x8", "8-8". */
const BETWEEN_WHOLE = /\s*[,;x*/|–—-]\s*|\s+/giu;

function listsOf(given: string): Candidates {
  const items = bare(given).split(BETWEEN_WHOLE);
  const whole = items.every((item) => /^\d+$/.test(item));
  return { values: whole ? [items.map(Number)] : [], unsure: false };
}

const BETWEEN_ITEMS = /[,;|\s]+/u;

/** Of a list what is good, in its order; of anything else nothing. */
function partOf<T>(field: Field<T>, given: string, whole: Read<T>): Read<T> {
  const { code } = field.wanted;
  if (whole.ok || (code !== 'selection' && code !== 'points' && code !== 'text')) return whole;
  const good: string[] = [];
  const bad: string[] = [];
  let value: { readonly is: T } | null = null;
  for (const item of given.split(BETWEEN_ITEMS).filter((text) => text !== '')) {
    const clean = ELLIPSIS.test(item) ? item : plainText(item).replace(AROUND, '');
    const checked = checkField(field, field.parse([...good, clean].join(',')));
    if (checked.ok && clean !== '') {
      good.push(clean);
      value = { is: checked.value };
      if (clean !== plainText(item)) bad.push(plainText(item).replace(clean, ''));
    } else bad.push(item);
  }
  if (value === null) return whole;
  return {
    ok: true,
    value: value.is,
    ...(bad.length === 0 ? {} : { dropped: { code: 'items', text: bad.join(', ') } }),
  };
}
