/** How a part that is loaded late puts its rule. */

import { lateAsks, type Rules } from './lateAsks';

export const askLate = <K extends keyof typeof lateAsks>(name: K, rule: Rules[K]): void =>
  void Object.assign(lateAsks[name], rule);
