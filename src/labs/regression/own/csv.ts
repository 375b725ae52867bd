/** Points from the text of a file: two columns, whatever parts them. */

import type { Point } from '../../../spec/field';
import { FARTHEST } from './code';
import { MOST_POINTS_OF_FILE } from './held';

/** Bytes of a file. */
export const LARGEST_FILE = 1_000_000;

/** Why a file has no points; `line` counts from 1. */
export type FileProblem =
  | { readonly code: 'none' }
  | { readonly code: 'large'; readonly most: number }
  | { readonly code: 'many'; readonly most: number }
  | { readonly code: 'numbers' | 'infinite'; readonly line: number; readonly text: string }
  | { readonly code: 'far'; readonly line: number; readonly most: number }
  | { readonly code: 'columns'; readonly line: number; readonly count: number }
  | { readonly code: 'unread' };

export type ReadFile =
  | { readonly ok: true; readonly points: readonly Point[] }
  | { readonly ok: false; readonly problem: FileProblem };

const NUMBER = /^[+-]?(?:\d+[.,]?\d*|[.,]\d+)(?:e[+-]?\d+)?$/i;
const NOT_FINITE = /^[+-]?(?:inf(?:inity)?|∞|nan)$/i;
const LONGEST_QUOTE = 20;

export function readPoints(text: string): ReadFile {
  if (text.length > LARGEST_FILE) return no({ code: 'large', most: LARGEST_FILE / 1e6 });
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\n\r]/)
    .map((content, i) => ({ content: content.trim(), line: i + 1 }))
    .filter(({ content }) => content !== '');
  const part = parter(lines.map(({ content }) => content));
  const points: Point[] = [];
  for (const [i, { content, line }] of lines.entries()) {
    const cells = part(content);
    const isHead = i === 0 && !cells.some((cell) => NUMBER.test(cell) || NOT_FINITE.test(cell));
    if (isHead) continue;
    if (cells.length !== 2) return no({ code: 'columns', line, count: cells.length });
    const bad = cells.find((cell) => !NUMBER.test(cell));
    if (bad !== undefined) {
      const quoted = [...bad].slice(0, LONGEST_QUOTE).join('');
      return no({ code: NOT_FINITE.test(bad) ? 'infinite' : 'numbers', line, text: quoted });
    }
    const [x, y] = cells.map((cell) => Number(cell.replace(',', '.'))) as [number, number];
    if (!(Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST)) {
      return no({ code: 'far', line, most: FARTHEST });
    }
    if (points.length === MOST_POINTS_OF_FILE)
      return no({ code: 'many', most: MOST_POINTS_OF_FILE });
    points.push({ x: rounded(x), y: rounded(y) });
  }
  return points.length === 0 ? no({ code: 'none' }) : { ok: true, points };
}

const no = (problem: FileProblem): ReadFile => ({ ok: false, problem });
/** As an address has them. */
const rounded = (value: number): number => Number(value.toFixed(4));

/** A comma parts columns, unless something else does: then it is a sign of decimals. */
function parter(lines: readonly string[]): (line: string) => readonly string[] {
  const last = lines.at(-1) ?? '';
  const by = last.includes(';')
    ? ';'
    : last.includes('\t')
      ? '\t'
      : /,\s|^\S+$/.test(last)
        ? ','
        : /\s+/;
  return (line) => {
    const cells = line.split(by).map((cell) =>
      cell
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim()
        .replace(/^−/, '-'),
    );
    // What ends in a sign has no column after it.
    return cells.length > 2 && cells.at(-1) === '' ? cells.slice(0, -1) : cells;
  };
}
