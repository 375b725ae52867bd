/** Whatever the window: nothing off the screen, everything in reach, and nothing that moves by itself. */

import { expect, type Page, test } from '@playwright/test';
import { Lab } from './lab';

const labs = {
  regression: 'regression?task=cubic&points=0:0&testScale=2&iterations=1000000',
  optimizers: 'optimizers?begin=scratch',
  omniglot:
    'omniglot?preset=scratch&characters=procedural&methods=joint,pixels&jointBatch=8&filters=8&queries=1&engine=tfjs-wasm',
  memory: 'memory?characters=procedural&readers=kv,nearest&batch=2',
};
const widths = [320, 360, 390, 600, 768, 801, 900, 1024, 1075, 1280, 1920];

/** What reaches beyond the window, and is not in a part of the page that scrolls by itself. */
const beyond = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const scrolls = (element: Element): boolean => {
      for (let at = element.parentElement; at !== null; at = at.parentElement) {
        if (getComputedStyle(at).overflowX !== 'visible') return true;
      }
      return false;
    };
    const out = [...document.querySelectorAll('#root *')].filter((element) => {
      const { left, right, width: own } = element.getBoundingClientRect();
      return own > 1 && (left < -0.5 || right > width + 0.5) && !scrolls(element);
    });
    return [
      ...out.map((element) => `${element.tagName} ${element.textContent?.slice(0, 40)}`),
      ...(document.documentElement.scrollWidth > width ? ['the page scrolls sideways'] : []),
    ];
  });

async function open(page: Page, hash: string): Promise<Lab> {
  const lab = new Lab(page);
  await page.goto(`./#/${hash}`);
  await expect(lab.button('Train')).toBeEnabled();
  await expect(lab.status).toContainText('ready');
  return lab;
}

for (const [name, hash] of Object.entries(labs)) {
  test(`nothing is off the screen, and everything in reach, in the lab ${name}`, async ({
    page,
  }) => {
    const lab = await open(page, hash);
    const look = async (at: readonly number[]) => {
      for (const width of at) {
        await page.setViewportSize({ width, height: 844 });
        await expect.poll(() => beyond(page), { message: `${width} pixels` }).toEqual([]);
        for (const lab of ['Regression', 'Optimizers', 'Omniglot', 'Memory']) {
          await expect(page.getByRole('link', { name: lab })).toBeInViewport({ ratio: 1 });
        }
        for (const button of ['Share…', 'Lecture mode', 'Train', 'Pause']) {
          const found = lab.button(button);
          if ((await found.count()) > 0) await expect(found).toBeInViewport({ ratio: 1 });
        }
      }
    };
    await look(widths);
    await lab.button('Train').click();
    await expect.poll(() => lab.iteration()).toBeGreaterThan(0);
    await look([320, 390, 801, 1024, 1280]);
  });
}

for (const width of [320, 390, 801, 1280]) {
  test(`numbers that grow move nothing at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    const lab = await open(page, 'regression?contenders=maml,random&metaBatch=1&hidden=8');
    // On a phone settings stand below a sentence that changes.
    const what = width > 800 ? 'main button, main input, main figure' : 'figure, [role=status] ~ *';
    const places = () =>
      page.evaluate(
        (selector) =>
          [...document.querySelectorAll(selector)]
            // Where they will be that are folded away is known by chance.
            .filter((element) => element.checkVisibility())
            .map((element) => {
              const { x, y, width, height } = element.getBoundingClientRect();
              return [x, y, width, height].map(Math.round).join(' ');
            }),
        what,
      );
    await lab.button('Train').click();
    await expect.poll(() => lab.iteration()).toBeGreaterThan(0);
    // What is offered once a run has begun.
    for (const offered of ['Pin MAML', 'Seeds 1–5']) {
      await expect(lab.button(offered)).toBeVisible();
    }
    const before = await places();
    await expect.poll(() => lab.iteration()).toBeGreaterThan(1_000);
    expect(await places()).toEqual(before);
    // What the status says at its longest.
    await lab.status.evaluate((status) => {
      const [count, pace] = status.children;
      count!.querySelector('b')!.textContent = '70,000';
      pace!.textContent = '12345/s, 89 min left';
    });
    expect(await places()).toEqual(before);
  });
}

test('zoomed to 200 and 400%, bars and notices are part of the page', async ({ page }) => {
  for (const [width, height] of [
    [640, 430],
    [320, 215],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto('./#/regression');
    const lab = new Lab(page);
    await lab.open('shots=abc&contenders=maml,random');
    const notice = lab.notice('cannot be used');
    await expect(notice).toBeInViewport();
    await lab.button('Share, lecture mode, theme').click();
    for (const name of ['Share…', 'Lecture mode']) await expect(lab.button(name)).toBeVisible();
    await page.keyboard.press('Escape');
    const fixed = await page.evaluate(
      () =>
        [...document.querySelectorAll('#root *')].filter((element) =>
          ['fixed', 'sticky'].includes(getComputedStyle(element).position),
        ).length,
    );
    expect(fixed).toBe(0);
    // With the notice in sight, Train is below it, and a pointer meets it.
    await lab.button('Train').click();
    await lab.button('Pause').click();
    expect(await beyond(page)).toEqual([]);
  }
});

test('on a phone a notice stands above the transport', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  const lab = new Lab(page);
  await lab.open('shots=abc&contenders=maml,random');
  const above = async () => {
    const notice = (await lab.notice('cannot be used').boundingBox())!;
    const train = (await lab.button('Train').boundingBox())!;
    return notice.y + notice.height <= train.y;
  };
  expect(await above()).toBe(true);
  // A setting that waits makes the transport higher.
  await lab.button('Step').click();
  await expect.poll(() => lab.iteration()).toBe(1);
  await page.getByLabel('Shots K, exact value').fill('7');
  await page.getByLabel('Shots K, exact value').press('Enter');
  await expect(lab.button('Restart')).toBeVisible();
  await expect.poll(above).toBe(true);
});
