/** For tests: an archive of the form of the official questions, of invented drawings. */

import { encode } from 'fast-png';
import { strToU8, zipSync } from 'fflate';
import { PUBLISHED_SIDE } from './glyphs';

const COUNT = 20;
const two = (number: number): string => String(number).padStart(2, '0');

/** A box of its own width and height for each class: 1 bit, ink 0; a second drawing lies a little elsewhere. */
function drawing(run: number, place: number, hand: number): Uint8Array {
  const bytesInRow = Math.ceil(PUBLISHED_SIDE / 8);
  const data = new Uint8Array(bytesInRow * PUBLISHED_SIDE).fill(255);
  const ink = (x: number, y: number) => {
    data[y * bytesInRow + (x >> 3)]! &= ~(128 >> (x & 7));
  };
  const [left, top] = [10 + 3 * hand + (run % 3), 12 + 2 * hand];
  const [width, height] = [12 + 14 * (place % 5), 14 + 16 * Math.floor(place / 5)];
  for (let line = 0; line < 3; line++) {
    for (let x = 0; x <= width; x++) {
      ink(left + x, top + line);
      ink(left + x, top + height - line);
    }
    for (let y = 0; y <= height; y++) {
      ink(left + line, top + y);
      ink(left + width - line, top + y);
    }
  }
  return encode({ width: PUBLISHED_SIDE, height: PUBLISHED_SIDE, data, channels: 1, depth: 1 });
}

/** The class of an item: a step of seven goes through all twenty. */
export const answerOf = (run: number, item: number): number => (7 * item + run) % COUNT;

/** The files of the archive, by path: tests take some away or put others in. */
export function officialFiles(): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (let run = 1; run <= COUNT; run++) {
    const folder = `run${two(run)}`;
    const labels: string[] = [];
    for (let place = 0; place < COUNT; place++) {
      const answer = answerOf(run, place);
      files[`${folder}/training/class${two(place + 1)}.png`] = drawing(run, place, 0);
      files[`${folder}/test/item${two(place + 1)}.png`] = drawing(run, answer, 1);
      labels.push(
        `${folder}/test/item${two(place + 1)}.png ${folder}/training/class${two(answer + 1)}.png`,
      );
    }
    files[`${folder}/class_labels.txt`] = strToU8(`${labels.join('\n')}\n`);
  }
  return files;
}

export const officialLike = (): Uint8Array => zipSync(officialFiles());
