import { encode } from 'fast-png';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../math/crc32';
import type { Drawing } from './drawings';
import { answerOf, officialFiles } from './inventedRuns';
import { type Refusal, RefusalError } from './refusal';
import { readRuns } from './runs';
import { SHEET, SHEETS } from './sheets';

/** Why bytes are refused. */
function refusalOf(bytes: Uint8Array): Refusal {
  try {
    readRuns(bytes);
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    throw error;
  }
  throw new Error('they were not refused');
}

/** What was read, short: to compare millions of pixels one by one takes minutes. */
const digest = (bytes: Uint8Array) =>
  readRuns(bytes).map(({ name, support, query, answers }) => {
    const inks = (drawings: readonly Drawing[]) => drawings.map(({ ink }) => crc32(ink));
    return { name, answers, support: inks(support), query: inks(query) };
  });

const files = officialFiles();
/** Not deflated: it is made often here. */
const zip = (of: Readonly<Record<string, Uint8Array>>) => zipSync(of, { level: 0 });
const zipped = zip(files);
const without = (name: string) =>
  zip(Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith(name))));
const withFile = (name: string, content: Uint8Array) => zip({ ...files, [name]: content });

describe('the official questions', () => {
  it('are read run by run, with what belongs to what', () => {
    const runs = readRuns(zipped);
    expect(runs.map(({ name }) => name)).toEqual(
      Array.from({ length: SHEETS }, (_, i) => `run${String(i + 1).padStart(2, '0')}`),
    );
    runs.forEach(({ support, query, answers }, run) => {
      expect([support.length, query.length]).toEqual([SHEET, SHEET]);
      expect(answers).toEqual(query.map((_, item) => answerOf(run + 1, item)));
    });
    // The ninth class of the second run: a box 54 wide and 30 high from (12, 12) on.
    const { side, ink } = runs[1]!.support[8]!;
    const at = (x: number, y: number) => ink[y * side + x];
    expect([side, at(12, 12), at(66, 42), at(40, 20), at(11, 12), at(67, 42)]).toEqual([
      105, 255, 255, 0, 0, 0,
    ]);
  });

  it('may lie in a folder, with backslashes, capitals and what macOS puts beside them', () => {
    const rename = (path: string) =>
      `all_runs/${path}`.replaceAll('/', '\\').replace('.png', '.PNG');
    const renamed = Object.entries(files).map(([path, content]) => [rename(path), content]);
    const junk = { '__MACOSX/run01/training/._class01.png': new Uint8Array(200) };
    expect(digest(zipSync({ ...Object.fromEntries(renamed), ...junk }))).toEqual(digest(zipped));
  });

  it('may be saved with more bits, as long as they are black and white', () => {
    const data = new Uint8Array(3 * 105 * 105).fill(255);
    data.fill(0, 3 * (20 * 105 + 30), 3 * (20 * 105 + 40));
    const colours = encode({ width: 105, height: 105, data, channels: 3, depth: 8 });
    const { ink } = readRuns(withFile('run01/training/class01.png', colours))[0]!.support[0]!;
    expect(ink.reduce((sum, dark) => sum + dark, 0)).toBe(10 * 255);
    expect(ink[20 * 105 + 30]).toBe(255);
  });

  const grey = encode({
    ...{ width: 105, height: 105, channels: 1, depth: 8 },
    data: new Uint8Array(105 * 105).fill(100),
  });
  const wrongLabels = 'run07/class_labels.txt';
  const twice = strToU8(
    Array.from({ length: SHEET }, (_, i) => {
      const item = String(i + 1).padStart(2, '0');
      return `run07/test/item${item}.png run07/training/class01.png`;
    }).join('\n'),
  );
  it.each<[string, () => Uint8Array, Refusal]>([
    ['what is no zip', () => strToU8('GIF89a'), { code: 'no-zip' }],
    ['an empty file', () => new Uint8Array(0), { code: 'no-zip' }],
    ['a cut zip', () => zipped.slice(0, zipped.length - 700), { code: 'zip-damaged' }],
    ['a foreign zip', () => zipSync({ 'a/b.txt': strToU8('of others') }), { code: 'no-runs' }],
    [
      'a large file',
      () => new Uint8Array(20 * 2 ** 20),
      { code: 'runs-too-large', megabytes: 20, most: 16 },
    ],
    ['a missing run', () => without('run13/'), { code: 'run-missing', run: 'run13' }],
    [
      'a missing drawing',
      () => without('run04/test/item20'),
      { code: 'run-lacks', file: 'run04/test/item20.png' },
    ],
    [
      'missing labels',
      () => without('run20/class_labels'),
      { code: 'run-lacks', file: 'run20/class_labels.txt' },
    ],
    [
      'labels of another run',
      () => withFile(wrongLabels, files['run08/class_labels.txt']!),
      { code: 'run-labels', file: wrongLabels },
    ],
    [
      'labels that give one class twice',
      () => withFile(wrongLabels, twice),
      { code: 'run-labels', file: wrongLabels },
    ],
    [
      'a damaged drawing',
      () => {
        const damaged = files['run01/training/class01.png']!.slice();
        return withFile('run01/training/class01.png', damaged.fill(7, 50, 60));
      },
      { code: 'image-damaged', file: 'run01/training/class01.png' },
    ],
    [
      'a drawing of greys',
      () => withFile('run01/training/class01.png', grey),
      { code: 'image-has-greys', file: 'run01/training/class01.png' },
    ],
    [
      'what unpacks to much',
      () => withFile('run01/class_labels.txt', new Uint8Array(2 ** 20)),
      { code: 'image-too-large', file: 'run01/class_labels.txt' },
    ],
  ])('refuse %s', (_, make, refusal) => {
    expect(refusalOf(make())).toEqual(refusal);
  });
});
