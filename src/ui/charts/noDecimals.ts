/**
 * What Recharts gets in place of decimal.js-light (see vite.config.ts), with which it looks for round ticks: axes here
 * bring theirs along, and 4 KB of compressed script stay away from the first view.
 */

export default class NoDecimal {
  constructor() {
    throw new Error('An axis has no ticks of its own: give it some, and niceTicks="none".');
  }
}
