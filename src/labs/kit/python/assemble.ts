/**
 * Python put together from pieces that are Python themselves: a lab's template, with what all labs share. Lines that begin
 * with `#:` say what becomes of those between them, and are gone in the end.
 *
 * - `#: if a b` … `#: end`: kept if one of these holds; they may stand within one another.
 * - `#: include name`: a piece that labs share.
 * - `#: cell Words.`: a new cell of the notebook, after these words.
 * - `NAME = value  # comment` of a setting: the value is the page's.
 */

export type PyValue = number | string | boolean | readonly PyValue[] | PyCode;
/** Python as it stands. */
export interface PyCode {
  readonly code: string;
}

/** Ranges and the like. */
export const tuple = (values: readonly PyValue[]): PyCode => ({
  code: `(${values.map(literal).join(', ')})`,
});
export const code = (text: string): PyCode => ({ code: text });

/** Names, and the code that each stands for. */
export function dict<N extends string>(
  names: readonly N[],
  codeOf: (name: N) => string,
  perLine = Number.POSITIVE_INFINITY,
): PyCode {
  // A long one goes on over as many lines as it takes.
  const lines: string[] = [];
  for (const name of names) {
    const entry = `"${name}": ${codeOf(name)}`;
    const last = lines.at(-1);
    const isFull =
      last === undefined || last.length + entry.length > MOST_COLUMNS - INDENT.length - 3;
    if (isFull || perLine === 1) lines.push(entry);
    else lines[lines.length - 1] = `${last}, ${entry}`;
  }
  const [only] = lines;
  if (lines.length === 1 && only!.length < MOST_COLUMNS / 2) return code(`{${only}}`);
  return code(`{\n${INDENT}${lines.join(`,\n${INDENT}`)},\n}`);
}
const INDENT = '    ';

export interface Recipe {
  readonly template: string;
  readonly pieces: Readonly<Record<string, string>>;
  /** What holds. */
  readonly flags: ReadonlySet<string>;
  /** By the left side of their lines. */
  readonly values: Readonly<Record<string, PyValue | readonly PyValue[]>>;
}

export interface Cell {
  readonly words: string;
  readonly source: string;
}

export function literal(value: PyValue): string {
  if (typeof value === 'number') return numberLiteral(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if ('code' in value) return value.code;
  return `[${value.map(literal).join(', ')}]`;
}

/** Python writes exponents as JavaScript does, and needs no point in whole numbers. */
const numberLiteral = (value: number): string => {
  if (value === Number.POSITIVE_INFINITY) return 'math.inf';
  return String(value);
};

/** The lines that stay, settings filled in. @throws Error if a line or a setting finds no place */
function linesOf({ template, pieces, flags, values }: Recipe): string[] {
  const kept: string[] = [];
  const open: boolean[] = [];
  const unused = new Set(Object.keys(values));
  const take = (text: string): void => {
    for (const line of text.trimEnd().split('\n')) {
      const [, verb, rest = ''] = /^\s*#: (\w+) ?(.*)$/.exec(line) ?? [];
      if (verb === 'if') open.push(rest.split(' ').some((flag) => flags.has(flag)));
      else if (verb === 'end') open.pop();
      else if (open.includes(false)) continue;
      else if (verb === 'include') take(pieceOf(pieces, rest));
      else kept.push(verb === undefined ? filled(line, values, unused) : line);
    }
  };
  take(template);
  if (open.length > 0) throw new Error('a condition has no end');
  if (unused.size > 0) throw new Error(`no line for ${[...unused].join(', ')}`);
  return kept;
}

function pieceOf(pieces: Recipe['pieces'], name: string): string {
  const piece = pieces[name];
  if (piece === undefined) throw new Error(`there is no piece ${name}`);
  return piece;
}

/** The line with the page's values, if it is one of a setting. */
function filled(line: string, values: Recipe['values'], unused: Set<string>): string {
  const [, names, , comment = ''] = /^([A-Z][A-Z_, ]*) = (.*?)( {2}# .*)?$/.exec(line) ?? [];
  const value = names === undefined ? undefined : values[names];
  if (names === undefined || value === undefined) return line;
  unused.delete(names);
  const several = names.includes(',') && Array.isArray(value);
  const text = several
    ? (value as readonly PyValue[]).map(literal).join(', ')
    : literal(value as PyValue);
  return `${names} = ${text}${comment}`;
}

/** Lines of a script at most. */
export const MOST_LINES = 200;
/** Of a line, in characters. */
export const MOST_COLUMNS = 100;

/** Ways to make it shorter, the least bad first. */
const shortenings: readonly ((lines: readonly string[]) => readonly string[])[] = [
  (lines) => lines,
  // Blank lines within functions and classes.
  (lines) => lines.filter((line, i) => line !== '' || !lines[i + 1]?.startsWith(' ')),
  beside,
  joined,
  oneImport,
  // Blank lines but those before functions, and in the end all.
  (lines) => lines.filter((line, i) => line !== '' || isDefinition(lines[i + 1] ?? '')),
  (lines) => lines.filter((line) => line !== ''),
];
const isDefinition = (line: string): boolean => /^ *(?:def|class) /.test(line);

/** With as much of its room as it may take. */
function tidy(lines: readonly string[]): string {
  let text: readonly string[] = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .split('\n');
  for (const shorten of shortenings) {
    if (text.length > MOST_LINES) text = shorten(text);
  }
  return `${text.join('\n')}\n`;
}

/** What is said of functions beside their names, where there is room. */
function beside(lines: readonly string[]): string[] {
  const out: string[] = [];
  for (const line of lines) {
    const [, said] = /^ +"""(.*)\."""$/.exec(line) ?? [];
    const head = out.at(-1) ?? '';
    const both = `${head}  # ${said}`;
    if (said !== undefined && isDefinition(head) && both.length <= MOST_COLUMNS) {
      out[out.length - 1] = both;
    } else out.push(line);
  }
  return out;
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** Bodies of one line beside what they are the body of. */
function joined(lines: readonly string[]): string[] {
  const out: string[] = [];
  for (const [i, line] of lines.entries()) {
    const head = out.at(-1) ?? '';
    const isHead = /^ *(?:for|if|def) .*:$/.test(head);
    const isBody = indentOf(line) === indentOf(head) + INDENT.length && !/:$/.test(line);
    const next = lines[i + 1] ?? '';
    const isAlone = indentOf(next) <= indentOf(head) && !/^ *(?:else|elif)/.test(next);
    const both = `${head} ${line.trimStart()}`;
    if (isHead && isBody && isAlone && both.length <= MOST_COLUMNS) out[out.length - 1] = both;
    else out.push(line);
  }
  return out;
}

/** Whole modules in one line. */
function oneImport(lines: readonly string[]): string[] {
  const out: string[] = [];
  for (const line of lines) {
    const module = /^import (\w+)$/.exec(line)?.[1];
    const last = out.at(-1) ?? '';
    if (module !== undefined && /^import [\w, ]+$/.test(last))
      out[out.length - 1] = `${last}, ${module}`;
    else out.push(line);
  }
  return out;
}

const withFlag = (recipe: Recipe, flag: string): Recipe => ({
  ...recipe,
  flags: new Set([...recipe.flags, flag]),
});

const isCell = (line: string): boolean => line.startsWith('#: cell');

/** The whole as one file. */
export const scriptOf = (recipe: Recipe): string =>
  tidy(linesOf(withFlag(recipe, 'script')).filter((line) => !isCell(line)));

/** The whole as cells of a notebook, each with what is said of it. */
export function cellsOf(recipe: Recipe): Cell[] {
  const cells: { words: string; lines: string[] }[] = [];
  for (const line of linesOf(withFlag(recipe, 'notebook'))) {
    if (isCell(line)) cells.push({ words: line.slice('#: cell '.length), lines: [] });
    else cells.at(-1)?.lines.push(line);
  }
  return cells.map(({ words, lines }) => ({ words, source: tidy(lines).trimEnd() }));
}
