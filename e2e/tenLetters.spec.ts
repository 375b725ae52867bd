/** One's own letters by mouse: the network of alphabets reads them wherever they stand on the pad, and however small. */

import { expect, type Page, test } from '@playwright/test';
import { textOfDrawings } from '../src/labs/omniglot/draw/drawingsText';
import { letterNames, placed, placeNames, tenLetters } from '../src/labs/omniglot/draw/tenLetters';
import type { Strokes } from '../src/tasks/glyphs/strokes';

/** Ten examples by one hand; the other draws what is asked. */
const examples = textOfDrawings(
  new Map(letterNames.map((name, place) => [place, placed(tenLetters[name][0], 'large')])),
).text;

const drawing = (page: Page) => page.getByRole('region', { name: 'Draw characters' });

async function drawByMouse(page: Page, strokes: Strokes): Promise<void> {
  const box = (await drawing(page).getByRole('application').boundingBox())!;
  const at = ([x, y]: readonly [number, number]) =>
    [box.x + x * box.width, box.y + y * box.height] as const;
  for (const [first, ...others] of strokes) {
    await page.mouse.move(...at(first!));
    await page.mouse.down();
    for (const point of others) await page.mouse.move(...at(point), { steps: 3 });
    await page.mouse.up();
  }
}

/** Under which letter of the task the query that is drawn is put. */
async function readOf(page: Page, strokes: Strokes): Promise<string> {
  await drawing(page).getByRole('button', { name: 'Erase' }).click();
  await expect(drawing(page).getByText('Draw something to classify.')).toBeVisible();
  await drawByMouse(page, strokes);
  const query = page.getByRole('list', { name: 'Query drawings' }).getByRole('listitem').last();
  const strokesDrawn = new RegExp(`${strokes.length} strokes?: classified as ([A-J])`);
  await expect(query).toContainText(strokesDrawn);
  // The answer is of the whole drawing once the page says nothing else for a while.
  let said = '';
  await expect(async () => {
    const before = said;
    said = strokesDrawn.exec(await query.innerText())?.[1] ?? '';
    await page.waitForTimeout(400);
    expect(said).toBe(before);
  }).toPass();
  return said;
}

async function open(page: Page, normalise: string): Promise<void> {
  await page.route('**/data/omniglot.pack', (route) => route.abort());
  const task = `ways=10&judge=alphabet&normalise=${normalise}&drawings=${examples}`;
  await page.goto(`./#/omniglot?preset=lake&engine=simd&workers=1&${task}`);
  await expect(drawing(page).getByText(/adapted and predicted in/)).toBeVisible({
    timeout: 60_000,
  });
  await drawing(page).getByRole('application').scrollIntoViewIfNeeded();
}

/** LETTERS=all draws all of them, and says how many are right. */
const all = process.env.LETTERS === 'all';

test('a letter by mouse, small in the corner, is read as the large one is', async ({ page }) => {
  test.setTimeout(900_000);
  for (const normalise of all ? ['on', 'off'] : ['on']) {
    await open(page, normalise);
    for (const place of placeNames) {
      const names = all ? letterNames : (['K', 'S'] as const);
      const right: string[] = [];
      for (const name of names) {
        const read = await readOf(page, placed(tenLetters[name][1], place));
        if (letterNames['ABCDEFGHIJ'.indexOf(read)] === name) right.push(name);
      }
      if (all) console.log(`normalise ${normalise}, ${place}: ${right.length} of ${names.length}`);
      else expect(right, place).toEqual(names);
    }
  }
});
