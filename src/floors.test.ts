import { init, parse } from 'es-module-lexer';
import { expect, it } from 'vitest';
import { apart, floors, packages } from './floors';

await init;
const sources = import.meta.glob<string>(
  ['./**/*.{ts,tsx,mjs}', '!./**/*.d.ts', '!./floors*', '!./compute/simd/assembly/**'],
  { query: '?raw', import: 'default', eager: true },
);
const files = new Map(Object.entries(sources).map(([path, text]) => [path.slice(2), text]));
const known = (path: string) =>
  [path, `${path}.ts`, `${path}.tsx`].find((name) => files.has(name)) ?? path;

/** The lexer reads types but no JSX: of a view it gets all up to the last import, and `import()` is looked for below. */
const HEAD = /[\s\S]*^(?:(?:import|export|\})[^\n]* from|import) '[^\n']+';$/m;

/** What a file imports, types too: paths below src, or names of packages. */
const graph = new Map(
  [...files].map(([from, text]) => {
    const head = from.endsWith('x') ? (HEAD.exec(text)?.[0] ?? '') : text;
    const late = [...text.slice(head.length).matchAll(/\bimport\('([^']+)'\)/g)];
    const all = [
      ...parse(head)[0].map((found) => ({
        specifier: found.specifier,
        typeOnly: found.type !== 'dynamic' && found.typeOnly,
      })),
      ...late.map((match) => ({ specifier: match[1]!, typeOnly: false })),
    ];
    const arrows = all.flatMap(({ specifier, typeOnly }) => {
      if (typeof specifier !== 'string') return [];
      const inside = specifier.startsWith('.');
      const { pathname } = new URL(specifier, `file:///${from}`);
      return [{ from, to: inside ? known(pathname.slice(1)) : specifier, inside, typeOnly }];
    });
    return [from, arrows] as const;
  }),
);
const arrows = [...graph.values()].flat();

/** The beginning of a path that fits one of these; a star stands for part of a name. */
const beginning = (path: string, starts: readonly string[]): string | undefined =>
  starts.flatMap((start) => {
    const pattern = start.replaceAll('.', '\\.').replace('*', '[^/]+');
    return new RegExp(`^${pattern}`).exec(path)?.[0] ?? [];
  })[0];

/** The lowest floor that a path fits, and the wing of it that is alone there. */
function placeOf(path: string) {
  for (const [height, { room, also = [], on }] of floors.entries()) {
    const fits = beginning(path, [room.includes('.') ? room : `${room}/`, ...also]);
    if (fits !== undefined) return { height, room, on, wing: room.includes('*') ? fits : room };
  }
  return null;
}

/** Why one file may not import another; null if it may. */
function fault(from: string, to: string): string | null {
  const [own, other] = [placeOf(from), placeOf(to)];
  if (own === null || other === null) return 'one of them is in no room of floors.ts';
  if (own.wing === other.wing) return null;
  if (own.room === other.room) return `${own.wing} and ${other.wing} do not see each other`;
  if (other.height > own.height) return `${other.room} lies above ${own.room}`;
  if (from.includes('.test.') || other.room === 'words') return null;
  if (own.on.includes(other.room) || own.on.includes(to)) return null;
  return `${own.room} stands on ${own.on.join(', ') || 'nothing'} alone`;
}

it('no two files of a folder differ in capitals or endings alone, which not every machine tells apart', () => {
  const seen = new Map<string, string>();
  const alike: string[] = [];
  for (const path of graph.keys()) {
    const name = path.replace(/\.tsx?$/, '').toLowerCase();
    const other = seen.get(name);
    if (other !== undefined) alike.push(`${path} and ${other}`);
    seen.set(name, path);
  }
  expect(alike).toEqual([]);
});

it('imports point down, by the table', () => {
  const wrong = arrows.flatMap(({ from, to, inside }) => {
    const why = inside ? fault(from, to) : null;
    return why === null ? [] : `${from} imports ${to}: ${why}`;
  });
  expect(wrong).toEqual([]);
});

it('no file imports itself by way of others', () => {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, above: readonly string[]): void => {
    if (above.includes(file)) circles.push([...above.slice(above.indexOf(file)), file].join(' → '));
    if (above.includes(file) || done.has(file)) return;
    for (const { to } of graph.get(file) ?? []) visit(to, [...above, file]);
    done.add(file);
  };
  for (const file of files.keys()) visit(file, []);
  expect(circles).toEqual([]);
});

it('packages are imported where they belong', () => {
  const wrong = arrows.flatMap(({ from, to, inside }) => {
    const name = Object.keys(packages).find((p) => to === p || to.startsWith(`${p}/`));
    if (inside || name === undefined || beginning(from, packages[name]!) !== undefined) return [];
    return `${from} imports ${to}: ${name} is for ${packages[name]!.join(', ')} alone`;
  });
  expect(wrong).toEqual([]);
});

it('a rule about a package is of one that is imported', () => {
  const unused = Object.keys(packages).filter(
    (name) => !arrows.some(({ to }) => to === name || to.startsWith(`${name}/`)),
  );
  expect(unused).toEqual([]);
});

it.each(apart)('$script: $why', ({ script, never }) => {
  const ways = new Map([[script, script]]);
  for (const [file, way] of ways) {
    for (const { to, typeOnly } of graph.get(file) ?? []) {
      if (!typeOnly && !ways.has(to)) ways.set(to, `${way} → ${to}`);
    }
  }
  expect([...ways].flatMap(([path, way]) => (beginning(path, never) ? way : []))).toEqual([]);
});
