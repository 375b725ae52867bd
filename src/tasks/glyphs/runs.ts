/**
 * Reads the official questions: `all_runs.zip` of github.com/brendenlake/omniglot (python/one-shot-classification, MIT).
 * Twenty folders `run01` … `run20`, each with `training/class01.png` … `class20.png`, `test/item01.png` … `item20.png` and
 * `class_labels.txt`: twenty lines, path of the test drawing, blank, path of the training drawing that it belongs to.
 */

import { strFromU8 } from 'fflate';
import { MEGABYTE, slashed } from './archiveFiles';
import { publishedDrawing } from './drawings';
import { RefusalError } from './refusal';
import { SHEET, SHEETS, type Sheet } from './sheets';
import { isZipFile, unzip } from './zip';

/** The published zip has less than one. */
const MOST_MEGABYTES = 16;
/** Of a file in it: an image has about 300 bytes, the labels have 900. */
const MOST_BYTES = 32 * 1024;

/** Takes a path apart into the run and what lies in its folder. */
const FILE =
  /(?:^|\/)(run\d\d)\/(training\/class\d\d\.png|test\/item\d\d\.png|class_labels\.txt)$/i;

const two = (number: number): string => String(number).padStart(2, '0');
const trainingFile = (place: number): string => `training/class${two(place + 1)}.png`;
const testFile = (place: number): string => `test/item${two(place + 1)}.png`;
const LABELS = 'class_labels.txt';

/** @throws RefusalError when the bytes are no such archive, an incomplete or a damaged one */
export function readRuns(bytes: Uint8Array): readonly Sheet[] {
  if (bytes.length > MOST_MEGABYTES * MEGABYTE) {
    const megabytes = Math.round(bytes.length / MEGABYTE);
    throw new RefusalError({ code: 'runs-too-large', megabytes, most: MOST_MEGABYTES });
  }
  if (!isZipFile(bytes)) throw new RefusalError({ code: 'no-zip' });
  const runs = filesByRun(bytes);
  if (runs.size === 0) throw new RefusalError({ code: 'no-runs' });
  return Array.from({ length: SHEETS }, (_, i) => {
    const name = `run${two(i + 1)}`;
    const files = runs.get(name);
    if (files === undefined) throw new RefusalError({ code: 'run-missing', run: name });
    return sheetOf(name, files);
  });
}

type Files = ReadonlyMap<string, Uint8Array>;

function filesByRun(bytes: Uint8Array): Map<string, Map<string, Uint8Array>> {
  const runs = new Map<string, Map<string, Uint8Array>>();
  const entries = unzip(bytes, ({ name, size, originalSize }) => {
    // macOS puts what it knows of files beside them, under the same names.
    if (slashed(name).includes('__MACOSX/') || !FILE.test(slashed(name))) return false;
    if (Math.max(size, originalSize) > MOST_BYTES) {
      throw new RefusalError({ code: 'image-too-large', file: name });
    }
    return true;
  });
  for (const [path, content] of Object.entries(entries)) {
    const [, run, file] = FILE.exec(slashed(path)) as unknown as [string, string, string];
    const files = runs.get(run.toLowerCase()) ?? new Map<string, Uint8Array>();
    files.set(file.toLowerCase(), content);
    runs.set(run.toLowerCase(), files);
  }
  return runs;
}

function sheetOf(run: string, files: Files): Sheet {
  const file = (name: string): Uint8Array => {
    const content = files.get(name);
    if (content === undefined) {
      throw new RefusalError({ code: 'run-lacks', file: `${run}/${name}` });
    }
    return content;
  };
  const drawing = (name: string) => publishedDrawing(file(name), `${run}/${name}`);
  const places = Array.from({ length: SHEET }, (_, place) => place);
  return {
    name: run,
    support: places.map((place) => drawing(trainingFile(place))),
    query: places.map((place) => drawing(testFile(place))),
    answers: answersIn(run, strFromU8(file(LABELS))),
  };
}

/** For each test drawing the training drawing that it belongs to: each of these once. */
function answersIn(run: string, labels: string): number[] {
  const belongs = new Map<string, string>();
  for (const line of labels.trim().split(/\r?\n/)) {
    const [test, training] = line
      .trim()
      .split(/\s+/)
      .map((path) => ownFile(run, path));
    if (test !== undefined && training !== undefined) belongs.set(test, training);
  }
  const places = Array.from({ length: SHEET }, (_, place) => place);
  const answers = places.map((place) => {
    const training = belongs.get(testFile(place));
    return places.findIndex((at) => training === trainingFile(at));
  });
  if (belongs.size !== SHEET || answers.includes(-1) || new Set(answers).size !== SHEET) {
    throw new RefusalError({ code: 'run-labels', file: `${run}/${LABELS}` });
  }
  return answers;
}

/** What a path names in the folder of a run; undefined if it names nothing there. */
function ownFile(run: string, path: string): string | undefined {
  const [, of, file] = FILE.exec(slashed(path)) ?? [];
  return of?.toLowerCase() === run ? file?.toLowerCase() : undefined;
}
