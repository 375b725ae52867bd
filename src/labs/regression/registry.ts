/** What those who are compared compute: for the worker, and for what explains them on the page. */

import type { AnyContender } from '../../contenders/contender';
import { bayes } from '../../contenders/processes/bayes';
import { attentiveProcess, conditionalProcess } from '../../contenders/processes/process';
import { metaLearnerLstm } from '../../contenders/rules/metaLearnerLstm';
import { anil } from '../../contenders/starts/anil';
import { implicitMaml } from '../../contenders/starts/imaml';
import { jointPretraining } from '../../contenders/starts/joint';
import { firstOrderMaml, maml } from '../../contenders/starts/maml';
import { metaSgd } from '../../contenders/starts/metasgd';
import { randomInitialisation } from '../../contenders/starts/random';
import { reptile } from '../../contenders/starts/reptile';
import type { ContenderName } from './methods';

const registry: Readonly<Record<ContenderName, AnyContender>> = {
  maml,
  fomaml: firstOrderMaml,
  reptile,
  metasgd: metaSgd,
  anil,
  imaml: implicitMaml,
  ravi: metaLearnerLstm,
  cnp: conditionalProcess,
  acnp: attentiveProcess,
  bayes,
  joint: jointPretraining,
  random: randomInitialisation,
};

export const contenderOf = (name: ContenderName): AnyContender => registry[name];
