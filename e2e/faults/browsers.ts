/** The browsers that are broken under the page. */

import { openChromium } from '../browsers/chromium';
import { openFirefox } from '../browsers/firefox';
import { openWebKit } from '../browsers/webkit';

export const openers = { chromium: openChromium, firefox: openFirefox, webkit: openWebKit };

export type BrowserName = keyof typeof openers;
