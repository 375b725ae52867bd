/** What is shared: links, pages within other pages, codes to be photographed. */

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type FrameLocator, type Page, test } from '@playwright/test';
import { Lab } from './lab';
import { violationsIn } from './violations';

const quick = 'metaBatch=2&hidden=8&testSteps=3';
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Share' });

async function share(page: Page, way?: 'Embed' | 'QR code') {
  await page.getByRole('button', { name: 'Share…' }).click();
  const dialog = dialogOf(page);
  await expect(dialog).toBeVisible();
  if (way !== undefined) await dialog.getByRole('button', { name: way }).click();
  return dialog;
}

const servers: Server[] = [];
test.afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** Another site, whose page has this in it. */
async function host(page: Page, body: string): Promise<void> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>A course</title>${body}`);
  });
  servers.push(server);
  // The page's own is `localhost`: to a browser this is another site.
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
}

const iframe = (baseURL: string, address: string, rest = 'width="760" height="300"') =>
  `<iframe src="${baseURL}${address.replaceAll('&', '&amp;')}" title="Inner Loop" ${rest}></iframe>`;

test('a link leaves out what is not to be seen, and begins to train', async ({ page }) => {
  const lab = new Lab(page);
  await page.goto(`./#/regression?${quick}`);
  await lab.adapted();
  const dialog = await share(page);
  for (const part of ['Labs', 'Explanation', 'Settings']) {
    await dialog.getByRole('checkbox', { name: part }).uncheck();
  }
  await dialog.getByRole('checkbox', { name: 'Training begins by itself' }).check();
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  expect(link).toContain('?hide=labs,explanation,settings&train=1#/regression?v=3&');
  await page.goto('about:blank');
  await page.goto(link);
  await expect.poll(() => lab.iteration()).toBeGreaterThan(0);
  await expect(page.getByRole('navigation', { name: 'Labs and lessons' })).toBeHidden();
  await expect(lab.button('Settings')).toBeHidden();
  await expect(page.getByRole('heading', { name: 'How each one learns' })).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Beside the papers' })).toBeHidden();
  await expect(lab.button('Reset')).toBeVisible();
  // Once, and not each time that it rests.
  await lab.button('Pause').click();
  await expect(lab.status).toContainText('paused');
});

test('the code of a link is read as that link, and fills the window for the back row', async ({
  page,
}) => {
  await page.goto(`./#/regression?${quick}`);
  const dialog = await share(page);
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  await dialog.getByRole('button', { name: 'QR code' }).click();
  const code = dialog.getByRole('img', { name: `QR code of ${link}` });
  const pixels = await code.evaluate(async (svg: SVGSVGElement) => {
    const size = 4 * svg.viewBox.baseVal.width;
    const copy = svg.cloneNode(true) as SVGSVGElement;
    copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    copy.setAttribute('width', `${size}`);
    copy.setAttribute('height', `${size}`);
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(copy.outerHTML)}`;
    await image.decode();
    const canvas = new OffscreenCanvas(size, size);
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    return { width: size, height: size, data: [...context.getImageData(0, 0, size, size).data] };
  });
  const { default: decodeQR } = await import('qr/decode.js');
  expect(decodeQR({ ...pixels, data: Uint8Array.from(pixels.data) })).toBe(link);
  const before = (await code.boundingBox())!;
  await dialog.getByRole('button', { name: 'Fill the window' }).click();
  const large = (await code.boundingBox())!;
  expect(large.height).toBeGreaterThan(1.5 * before.height);
  expect(large.y + large.height).toBeLessThan(860);
  // The way back by key is the way back of the code, then that of the dialog.
  await page.keyboard.press('Escape');
  await expect(dialog.getByRole('button', { name: 'Fill the window' })).toBeVisible();
});

for (const [language, theme] of [
  ['en', 'light'],
  ['zh', 'dark'],
] as const) {
  test(`sharing is for everybody: ${language}, ${theme}`, async ({ page }) => {
    await page.goto(`./?lang=${language}&theme=${theme}#/regression?${quick}`);
    const opener = page.getByRole('button', { name: language === 'en' ? 'Share…' : '分享…' });
    await opener.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    const ways = dialog.getByRole('navigation').getByRole('button');
    for (let way = 0; way < (await ways.count()); way++) {
      await ways.nth(way).press('Enter');
      expect(await violationsIn(page, 'dialog')).toEqual([]);
    }
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(opener).toBeFocused();
  });
}

test('a code for another page has the height of what it shows, and works there', async ({
  page,
}) => {
  await page.goto(`./#/regression?${quick}`);
  await new Lab(page).adapted();
  const dialog = await share(page, 'Embed');
  await dialog.getByRole('combobox', { name: 'Show' }).selectOption('plot');
  await dialog.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
  await dialog.getByRole('combobox', { name: 'Language' }).selectOption('zh');
  const code = dialog.getByRole('textbox', { name: 'Code for the other page' });
  await expect(code).toHaveValue(/show=plot,methods,steps,task,transport/);
  await dialog.getByRole('button', { name: 'Preview' }).click();
  const preview = page.frameLocator('iframe[title=Preview]');
  await expect(preview.getByRole('button', { name: '新任务' })).toBeVisible();
  await expect(code).not.toHaveValue(/height="640"/);
  const html = await code.inputValue();
  await host(page, `<div style="width: 700px">${html}</div>`);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('figure')).toHaveCount(1);
  await expect(frame.getByRole('figure')).toBeVisible();
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(frame.getByRole('banner')).toBeHidden();
  await expect(frame.getByRole('heading', { name: '看点' })).toBeHidden();
  // As high as its content: nothing of it scrolls, and nothing is empty.
  const spare = () =>
    frame.locator('html').evaluate((html) => html.clientHeight - document.body.offsetHeight);
  await expect.poll(spare).toBeLessThanOrEqual(1);
  await expect.poll(spare).toBeGreaterThanOrEqual(-1);
  await frame.getByRole('button', { name: '训练', exact: true }).click();
  await expect(frame.getByRole('button', { name: '暂停' })).toBeVisible();
  await expect(frame.getByText('此浏览器')).toHaveCount(0);
  const [other] = await Promise.all([
    page.waitForEvent('popup'),
    frame.getByRole('link', { name: '在Inner Loop中打开' }).click(),
  ]);
  await expect(other).toHaveURL(/\?lang=zh#\/regression\?preset=.*hidden=8/);
  await expect(other.getByRole('banner')).toBeVisible();
});

test('of three panels on one page one trains at a time, and the others wait and say so', async ({
  page,
  baseURL,
}) => {
  const parts = 'embed=1&lang=en&show=heldOut,transport';
  await host(
    page,
    [1, 2, 3]
      .map((seed) => iframe(baseURL!, `?${parts}#/regression?${quick}&seed=${seed}`))
      .join(''),
  );
  const frames = [0, 1, 2].map((at) => page.frameLocator('iframe').nth(at));
  const [first, second, third] = frames as [FrameLocator, FrameLocator, FrameLocator];
  const button = (frame: FrameLocator, name: string) => frame.getByRole('button', { name });
  const waits = (frame: FrameLocator) => frame.getByText('waits for its turn');
  for (const frame of frames) await expect(frame.getByRole('figure')).toBeVisible();
  await button(first, 'Train').click();
  await expect(button(first, 'Pause')).toBeVisible();
  await button(second, 'Train').click();
  await expect(waits(second)).toBeVisible();
  await button(third, 'Train').click();
  await expect(waits(third)).toBeVisible();
  await expect(button(second, 'Pause')).toBeHidden();
  // Who does not want to wait does not train when it would be their turn.
  await button(second, 'Do not wait').click();
  await expect(waits(second)).toBeHidden();
  await button(first, 'Pause').click();
  await expect(button(third, 'Pause')).toBeVisible();
  await expect(waits(third)).toBeHidden();
  await expect(button(second, 'Pause')).toBeHidden();
  // A person may take the turn; who had it waits, and goes on.
  await button(first, 'Train').click();
  await expect(waits(first)).toBeVisible();
  await button(first, 'Train here now').click();
  await expect(button(first, 'Pause')).toBeVisible();
  await expect(waits(third)).toBeVisible();
  await expect(button(third, 'Pause')).toBeHidden();
  await button(first, 'Pause').click();
  await expect(button(third, 'Pause')).toBeVisible();
});

test('several seeds in a panel take their turn, and go on where another panel had it', async ({
  page,
  baseURL,
}) => {
  test.slow();
  const parts = 'embed=1&lang=en&show=heldOut,transport';
  await host(
    page,
    [1, 2]
      .map((at) => iframe(baseURL!, `?${parts}#/regression?${quick}&iterations=${at * 3000}`))
      .join(''),
  );
  const frames = [0, 1].map((at) => page.frameLocator('iframe').nth(at));
  const [first, second] = frames as [FrameLocator, FrameLocator];
  const button = (frame: FrameLocator, name: string) => frame.getByRole('button', { name });
  const waits = (frame: FrameLocator) => frame.getByText('waits for its turn');
  await button(first, 'Train').click();
  await expect(first.getByText('finished')).toBeVisible({ timeout: 120_000 });
  await button(first, 'Seeds 1–5').click();
  await expect(first.getByText(/^seed 1 of 5, /)).toBeVisible();
  await button(second, 'Train').click();
  await expect(waits(second)).toBeVisible();
  await button(second, 'Train here now').click();
  await expect(button(second, 'Pause')).toBeVisible();
  await expect(waits(first)).toBeVisible();
  await expect(first.locator('[data-part=seeds-band]')).toHaveCount(0);
  await button(second, 'Pause').click();
  await expect(waits(first)).toBeHidden();
  await expect(first.locator('[data-part=seeds-band]')).toHaveCount(1, { timeout: 150_000 });
  // What is done has given its turn away.
  await button(second, 'Train').click();
  await expect(button(second, 'Pause')).toBeVisible();
});

test('three panels that train by themselves finish one after another', async ({
  page,
  baseURL,
}) => {
  const short = `${quick}&iterations=40&evaluationTasks=16`;
  await host(
    page,
    [1, 2, 3]
      .map((seed) =>
        iframe(
          baseURL!,
          `?embed=1&lang=en&show=transport&train=1#/regression?${short}&seed=${seed}`,
        ),
      )
      .join(''),
  );
  for (const at of [0, 1, 2]) {
    await expect(page.frameLocator('iframe').nth(at).getByText('finished')).toBeVisible({
      timeout: 120_000,
    });
  }
});

test('on a host without TLS a panel has its way out, and takes its turn', async ({ page }) => {
  // What browsers keep from pages that were not sent safely.
  await page.addInitScript(() => {
    Object.defineProperty(Crypto.prototype, 'randomUUID', { value: undefined });
    Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });
  });
  await page.goto(`./?embed=1&show=plot,transport&lang=en#/regression?${quick}`);
  await expect(page.getByRole('link', { name: 'Open in Inner Loop' })).toBeVisible();
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
});

test('a panel that trains without a transport says how far it is, and can be paused', async ({
  page,
}) => {
  await page.goto(`./?embed=1&show=plot&train=1&lang=fr&theme=blue#/regression?${quick}`);
  await expect(page.getByText('does not have: lang=fr, theme=blue.')).toBeVisible();
  const foot = page.getByRole('contentinfo');
  await expect(foot.getByText(/^meta-iteration [1-9][\d,]* of [\d,]+$/)).toBeVisible();
  await foot.getByRole('button', { name: 'Pause' }).click();
  await expect(foot.getByText(/^meta-iteration [\d,]+ of [\d,]+ · paused$/)).toBeVisible();
});

test('a frame without a site of its own shows everything, and says what it cannot do', async ({
  page,
  baseURL,
}) => {
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'access-control-allow-origin': '*' };
    await route.fulfill({ response, headers });
  });
  await host(
    page,
    iframe(baseURL!, '?embed=1&lang=en&show=plot,transport#/regression', 'sandbox="allow-scripts"'),
  );
  const frame = page.frameLocator('iframe');
  await expect(frame.getByText('this frame forbids workers')).toBeVisible();
  await expect(frame.getByRole('link', { name: 'Open in Inner Loop' })).toHaveAttribute(
    'href',
    /^\/\?lang=en#\/regression/,
  );
  // What is still asked for needs no answer.
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

for (const [made, address] of [
  ['escaped for HTML', '?embed=1&amp;show=plot&amp;lang=en&amp;theme=dark#/regression?shots=5'],
  ['encoded', '?embed=1%26show%3Dplot%2Csteps%26lang%3Den%26theme=dark#/regression?shots=5'],
  ['encoded with its hash', '?embed=1&show=plot&lang=en&theme=dark%23/regression?shots=5'],
  [
    'followed',
    '?embed=1&show=plot&lang=en&theme=dark&utm_source=mail&fbclid=x#/regression?shots=5',
  ],
] as const) {
  test(`a link whose parts were ${made} shows what it named`, async ({ page }) => {
    await page.goto(`./${address}`);
    await expect(page.getByRole('figure')).toHaveCount(1);
    await expect(page.getByRole('banner')).toBeHidden();
    await expect(page).toHaveURL(/embed=1&show=plot(?:,steps)?&lang=en.*#\/regression\?.*shots=5/);
    if (made !== 'encoded') {
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    }
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
}

test('what a frame is given is not given to the link', async ({ page }) => {
  await page.goto(`./?lang=en#/regression?${quick}`);
  const dialog = await share(page);
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  await dialog.getByRole('button', { name: 'Embed' }).click();
  await dialog.getByRole('combobox', { name: 'Show' }).selectOption('heldOut');
  await dialog.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
  await dialog.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(dialog.getByRole('textbox', { name: 'Link' })).toHaveValue(link);
});

test('a panel of another lab is told, and the lab is in sight', async ({ page }) => {
  await page.goto('./?lang=en&embed=1&show=race#/regression');
  await expect(new Lab(page).notice('does not have: race')).toBeVisible();
  await expect(page.getByRole('figure').first()).toBeVisible();
});

test('a hash that became a part of the path is one again', async ({ page }) => {
  await page.goto('./%23/regression?v=3&preset=sinusoid-5shot&v=3');
  await expect(page).toHaveURL(/\/#\/regression\?preset=sinusoid-5shot/);
  await expect(page.getByRole('figure').first()).toBeVisible();
});

test('parts that there are none of are told, and the rest of the link holds', async ({ page }) => {
  await page.goto('./?lang=en&hide=explanation,sidebar,constructor#/regression');
  await expect(new Lab(page).notice('sidebar, constructor')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'How each one learns' })).toBeHidden();
  await expect(page.getByRole('figure').first()).toBeVisible();
});

test('every panel that a link can show alone is there, in every lab', async ({ page }) => {
  test.slow();
  for (const lab of ['regression', 'optimizers', 'omniglot', 'memory']) {
    await page.goto('about:blank');
    await page.goto(`./?lang=en#/${lab}`);
    const dialog = await share(page, 'Embed');
    const show = dialog.getByRole('combobox', { name: 'Show' });
    const names = await show
      .getByRole('option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    expect(names.length).toBeGreaterThan(3);
    for (const name of names.slice(1)) {
      await show.selectOption(name);
      const code = await dialog.getByRole('textbox', { name: 'Code for' }).inputValue();
      const [, link] = /src="([^"]*)"/.exec(code)!;
      const other = await page.context().newPage();
      await other.setViewportSize({ width: 760, height: 600 });
      await other.goto(link!.replaceAll('&amp;', '&'));
      const panel = other
        .locator('[data-part="stage"] :is(figure, section)')
        .filter({ visible: true });
      // Beside a lab that measures, a second one has what is left of the machine to load with.
      await expect(panel.first(), name).toBeVisible({ timeout: 90_000 });
      // It has a height of its own, and stays within the width of the frame.
      await expect
        .poll(async () => (await panel.first().boundingBox())!.height, {
          ...{ message: name, timeout: 90_000 },
        })
        .toBeGreaterThan(150);
      expect(await other.evaluate(() => document.documentElement.scrollWidth), name).toBe(760);
      await other.close();
    }
  }
});
