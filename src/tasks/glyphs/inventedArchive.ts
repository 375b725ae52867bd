/** For tests: a small archive in the layout of the published ones, of invented drawings, as no part of the dataset is in the project. */

import { encode } from 'fast-png';
import { zipSync } from 'fflate';
import { splitOf } from './glyphs';

const SIDE = 105;
const DRAWERS = 20;

/** A bar and a box whose places follow from the character, moved a little by each drawer: 1 bit, ink 0. */
function drawing(character: number, drawer: number): Uint8Array {
  const bytesInRow = Math.ceil(SIDE / 8);
  const data = new Uint8Array(bytesInRow * SIDE).fill(255);
  const ink = (x: number, y: number) => {
    data[y * bytesInRow + (x >> 3)]! &= ~(128 >> (x & 7));
  };
  const bar = 15 + ((character * 13) % 60) + (drawer % 4);
  const top = 10 + ((character * 29) % 50) + (drawer % 3);
  for (let i = 0; i < 60; i++) {
    for (let width = 0; width < 5; width++) {
      ink(bar + width, 20 + i);
      ink(20 + i, top + width);
    }
  }
  return encode({ width: SIDE, height: SIDE, data, channels: 1, depth: 1 });
}

/** As many test characters, and training and validation ones beside them, as a zip. */
export function publishedLike(testCharacters: number): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  const wanted = { test: testCharacters, validation: 20, train: 20 };
  for (let number = 1; wanted.test + wanted.validation + wanted.train > 0; number++) {
    // Alphabets of twenty: the published ones have fewer than a hundred characters each.
    const alphabet = `Invented_${Math.floor(number / 20)}`;
    const name = `${alphabet}/character${String((number % 20) + 1).padStart(2, '0')}`;
    const split = splitOf(name);
    if (wanted[split] === 0) continue;
    wanted[split] -= 1;
    for (let drawer = 1; drawer <= DRAWERS; drawer++) {
      const file = `${String(number).padStart(4, '0')}_${String(drawer).padStart(2, '0')}.png`;
      files[`images_background/${name}/${file}`] = drawing(number, drawer);
    }
  }
  return zipSync(files);
}
