/** Who is compared in the regression lab, in the order of the page. To add one: a line here, and its words. */

import type { AnyContender } from '../../contenders/contender';
import { anil } from '../../contenders/starts/anil';
import { jointPretraining } from '../../contenders/starts/joint';
import { firstOrderMaml, maml } from '../../contenders/starts/maml';
import { metaSgd } from '../../contenders/starts/metasgd';
import { randomInitialisation } from '../../contenders/starts/random';
import { reptile } from '../../contenders/starts/reptile';

export const contenders = {
  maml,
  fomaml: firstOrderMaml,
  reptile,
  metasgd: metaSgd,
  anil,
  joint: jointPretraining,
  random: randomInitialisation,
} as const satisfies Record<string, AnyContender>;

export type ContenderName = keyof typeof contenders;
export const contenderNames = Object.keys(contenders) as ContenderName[];
export const contenderOf = (name: ContenderName): AnyContender => contenders[name];
