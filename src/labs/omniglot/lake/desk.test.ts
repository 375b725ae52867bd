import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Glyphs, splitOf } from '../../../tasks/glyphs/glyphs';
import { answerOf, officialLike } from '../../../tasks/glyphs/inventedRuns';
import { proceduralGlyphs } from '../../../tasks/glyphs/procedural';
import { SHEET, SHEETS } from '../../../tasks/glyphs/sheets';
import { alphabetFile } from '../alphabet/shipped';
import { parseAlphabets } from '../trained/alphabetFile';
import { parseCheckpoint } from '../trained/checkpoint';
import { Desk } from './desk';
import { errorsOf, questionsOf } from './measure';
import type { LakeEvent } from './protocol';
import { officialSource, ownSource } from './source';

const read = (name: string) =>
  parseCheckpoint(readFileSync(`public/checkpoints/${name}.json`, 'utf8')).state;
const open = {
  ...({ kind: 'open', wanted: 'procedural', seed: 1, folder: '' } as const),
  states: { prototypical: read('omniglot-prototypical') },
};

function desk() {
  const told: LakeEvent[] = [];
  /** Networks of alphabets. */
  const asked: string[] = [];
  const glyphs = proceduralGlyphs(1, 250);
  return {
    told,
    asked,
    desk: new Desk(
      (event) => told.push(event),
      async () => glyphs,
      async (on) => {
        asked.push(on);
        return parseAlphabets(readFileSync(`public/checkpoints/${alphabetFile(on)}`));
      },
    ),
  };
}

it('sets questions, has them read, and says what they are', async () => {
  const { told, asked, desk: at } = desk();
  await at.hear(open);
  // Of the two, the one that it is asked by.
  expect(asked).toEqual(['all']);
  await at.hear({ kind: 'question', round: 0, index: 3 });
  expect(told.map(({ kind }) => kind)).toEqual(['opened', 'question', 'read']);
  expect(told[0]).toMatchObject({
    asking: 'test-characters',
    readers: ['alphabet', 'prototypical', 'hausdorff', 'pixels'],
  });
  const { choices } = told[2] as Extract<LakeEvent, { kind: 'read' }>;
  for (const way of Object.values(choices))
    expect(Array.from({ length: SHEET }, (_, i) => i)).toContain(way);
});

it('takes the official questions, and counts who errs on them', async () => {
  const { told, desk: at } = desk();
  // Without networks, which take longer to count.
  await at.hear({ ...open, states: {} });
  await at.hear({
    kind: 'archive',
    name: 'all_runs.zip',
    content: new Blob([officialLike().slice()]),
  });
  expect(told.at(-1)).toMatchObject({ kind: 'opened', asking: 'official' });
  await at.hear({ kind: 'question', round: 2, index: 4 });
  expect(told.at(-2)).toMatchObject({ kind: 'question', answer: answerOf(5, 6) });
  // The invented boxes are moved, and nothing else: by shape they are all told apart.
  expect(told.at(-1)).toMatchObject({ choices: { hausdorff: answerOf(5, 6) } });
  await at.hear({ kind: 'measure' });
  const { counted } = told.at(-1) as Extract<LakeEvent, { kind: 'counted' }>;
  for (const one of counted) expect(questionsOf(one), one.name).toBe(SHEET * SHEETS);
  expect(errorsOf(counted.find(({ name }) => name === 'hausdorff')!)).toBe(0);
}, 120_000);

it('says why it refuses an archive, and goes on with what it had', async () => {
  const { told, desk: at } = desk();
  await at.hear(open);
  await at.hear({ kind: 'archive', name: 'cat.gif', content: new Blob(['GIF89a']) });
  expect(told.at(-1)).toEqual({
    kind: 'refused',
    trouble: { code: 'archive-refused', file: 'cat.gif', refusal: { code: 'no-zip' } },
  });
  await at.hear({ kind: 'question', round: 0, index: 0 });
  expect(told.at(-1)).toMatchObject({ kind: 'read' });
});

it('asks each official question once in twenty rounds', () => {
  const runs = Array.from({ length: SHEETS }, (_, i) => ({
    ...{ name: String(i), support: [], query: [], answers: [] },
  }));
  const source = officialSource(runs);
  const asked = new Set<string>();
  for (let round = 0; round < SHEETS; round++) {
    for (let index = 0; index < SHEET; index++) {
      const { sheet, item } = source.question(round, index);
      asked.add(`${sheet.name} ${item}`);
    }
  }
  expect(asked.size).toBe(SHEET * SHEETS);
});

/** Omniglot with these alphabets, of so many characters each: a drawing is its number and its drawer's. */
function omniglotWith(alphabets: Readonly<Record<string, number>>): Glyphs {
  const classes = Object.entries(alphabets).flatMap(([alphabet, count]) =>
    Array.from({ length: count }, (_, i) => {
      const name = `${alphabet}/character${String(i + 1).padStart(2, '0')}`;
      return { name, split: splitOf(name), drawings: 20 };
    }),
  );
  const write: Glyphs['write'] = (glyph, drawing, _, out, at) => {
    out[at] = glyph / 255;
    out[at + 1] = drawing / 255;
  };
  return { source: 'omniglot', classes, write };
}

it.each([
  [{ Angelic: 20, Korean: 40, Greek: 24 }, 'evaluation', ['Angelic']],
  [{ Angelic: 19, Korean: 40, Hebrew: 22, Greek: 24 }, 'held-back', ['Korean', 'Hebrew']],
] as const)('of %j asks about %s alphabets', (alphabets, asking, names) => {
  const source = ownSource(omniglotWith(alphabets), 1);
  expect(source.asking).toBe(asking);
  expect(source.alphabets).toEqual(names);
  const { support, query, answers } = source.sheet(0);
  expect(answers.toSorted((a, b) => a - b)).toEqual(support.map((_, i) => i));
  // The same characters, all shown by one drawer and asked by another.
  query.forEach(({ ink }, i) => {
    expect(ink[0]).toBe(support[answers[i]!]!.ink[0]);
  });
  const drawers = (drawings: typeof query) => [...new Set(drawings.map(({ ink }) => ink[1]))];
  expect([drawers(support).length, drawers(query).length]).toEqual([1, 1]);
  expect(drawers(support)).not.toEqual(drawers(query));
  // The same seed, the same questions.
  expect(ownSource(omniglotWith(alphabets), 1).sheet(7)).toEqual(source.sheet(7));
  expect(ownSource(omniglotWith(alphabets), 2).sheet(0).answers).not.toEqual(answers);
});
