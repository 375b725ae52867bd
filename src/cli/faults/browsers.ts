/** The browsers that are broken under the page. */

import { openChromium } from '../../../e2e/browsers/chromium';
import { openFirefox } from '../../../e2e/browsers/firefox';
import { openWebKit } from '../../../e2e/browsers/webkit';

export const openers = { chromium: openChromium, firefox: openFirefox, webkit: openWebKit };

export type BrowserName = keyof typeof openers;
