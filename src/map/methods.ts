/** The methods of the map: where lectures place each, and where it leads. To add one: a line here; with a card, one there. */

import type { LessonName } from '../labs/kit/story/lessonNames';
import type { LabName } from '../labs/names';
import type { ContenderName } from '../ui/palette';
import { fits, named, type Placings } from './taxonomies';

export interface Method extends Placings {
  /** The lab that it is live in, with settings by which it is seen there; without one it has a card. */
  readonly lab?: `${LabName}` | `${LabName}?${string}`;
  /** Who it is in labs. */
  readonly contenders?: readonly ContenderName[];
  readonly lessons?: readonly LessonName[];
  /** Whether it is there to compare with, and no method of meta-learning. */
  readonly isBaseline?: true;
}

const live = {
  maml: {
    lab: 'regression',
    contenders: ['maml'],
    lessons: ['two-loops', 'two-views', 'breaks'],
    lecture: named('initialisation'),
    post: named('optimizer'),
  },
  fomaml: {
    lab: 'regression',
    contenders: ['fomaml'],
    lessons: ['second-order'],
    lecture: named('initialisation'),
    post: fits('optimizer'),
  },
  reptile: {
    lab: 'regression',
    contenders: ['reptile'],
    lessons: ['reptile'],
    lecture: fits('initialisation'),
    post: named('optimizer'),
  },
  metasgd: {
    lab: 'regression?contenders=maml,metasgd,random',
    contenders: ['metasgd'],
    lessons: ['bi-level'],
    lecture: fits('initialisation'),
    post: fits('optimizer'),
  },
  anil: {
    lab: 'regression?contenders=maml,anil,random',
    contenders: ['anil'],
    lecture: fits('initialisation'),
    post: fits('optimizer'),
  },
  imaml: {
    lab: 'regression?contenders=maml,imaml,random',
    contenders: ['imaml'],
    lecture: fits('initialisation'),
    post: fits('optimizer'),
  },
  ravi: {
    lab: 'regression?contenders=maml,fomaml,ravi&innerSteps=5',
    contenders: ['ravi'],
    lessons: ['memory-cell'],
    lecture: named('recurrent'),
    post: fits('optimizer'),
  },
  cnp: {
    lab: 'regression?contenders=maml,cnp,joint',
    contenders: ['cnp'],
    slides: fits('blackBox'),
  },
  acnp: {
    lab: 'regression?contenders=cnp,acnp,joint',
    contenders: ['acnp'],
    slides: fits('memory'),
  },
  bayes: {
    lab: 'regression?contenders=maml,cnp,bayes&noise=0.3',
    contenders: ['bayes'],
    lessons: ['two-views'],
    isBaseline: true,
  },
  prototypical: {
    lab: 'omniglot',
    contenders: ['prototypical'],
    lessons: ['compare'],
    post: fits('metric'),
  },
  matching: {
    lab: 'omniglot',
    contenders: ['matching'],
    lessons: ['compare'],
    post: fits('metric'),
    slides: fits('memory'),
  },
  matchingfce: {
    lab: 'omniglot?preset=scratch&methods=matching,matchingfce',
    contenders: ['matchingfce'],
    post: fits('metric'),
    slides: fits('memory'),
  },
  alphabet: {
    lab: 'omniglot?preset=lake',
    contenders: ['alphabet'],
    lessons: ['one-drawing'],
    post: fits('metric'),
  },
  mann: {
    lab: 'memory',
    contenders: ['mann'],
    lessons: ['memory-stream'],
    post: fits('recurrent'),
    slides: named('memory'),
  },
  kv: { lab: 'memory?reader=kv', contenders: ['kv'], slides: fits('memory') },
  snail: { lab: 'memory?reader=snail', contenders: ['snail'], slides: fits('blackBox') },
  lstm: {
    lab: 'memory?reader=lstm',
    contenders: ['lstm'],
    lessons: ['memory-stream'],
    post: fits('recurrent'),
    slides: fits('blackBox'),
  },
  learned: {
    lab: 'optimizers',
    contenders: ['learned'],
    lessons: ['learned-optimizer'],
    lecture: named('recurrent'),
    post: fits('optimizer'),
  },
  joint: {
    lab: 'regression',
    contenders: ['joint'],
    lessons: ['averaging'],
    isBaseline: true,
    lecture: named('initialisation'),
  },
  random: { lab: 'regression', contenders: ['random'], isBaseline: true },
  pixels: {
    lab: 'omniglot',
    contenders: ['pixels'],
    lessons: ['one-drawing'],
    isBaseline: true,
  },
  rare: { lab: 'memory?reader=rare', contenders: ['rare'], slides: fits('memory') },
  nearest: { lab: 'memory?reader=nearest', contenders: ['nearest'], isBaseline: true },
  feedforward: { lab: 'memory?reader=feedforward', contenders: ['feedforward'], isBaseline: true },
  byHand: {
    lab: 'optimizers',
    contenders: ['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam', 'cg', 'lbfgs'],
    isBaseline: true,
  },
} as const satisfies Readonly<Record<string, Method>>;

const onCards = {
  mamlRl: { lecture: fits('initialisation'), post: fits('optimizer') },
  dynamicalLanguage: {
    lessons: ['reading'],
    lecture: fits('recurrent'),
    post: fits('optimizer'),
  },
  learnToOptimise: { lecture: named('reinforcement'), post: fits('optimizer') },
  recurrentPolicy: { post: named('recurrent'), slides: fits('blackBox') },
  blackBox: { slides: named('blackBox') },
  metaNetworks: { slides: named('metaNetworks') },
  encoderDecoder: { slides: named('memory') },
  memoryNetworks: { slides: named('memory') },
  readWriteMemory: { slides: named('memory') },
  reversibleLearning: {},
  architectureSearch: {},
  hallucination: {},
  fastWeights: {},
  synapticRule: {},
} as const satisfies Readonly<Record<string, Method>>;

export type LiveName = keyof typeof live;
export type OnCardName = keyof typeof onCards;
export type MethodName = LiveName | OnCardName;

export const methods: Readonly<Record<MethodName, Method>> = { ...live, ...onCards };
export const methodNames = Object.keys(methods) as MethodName[];
export const isLive = (name: MethodName): name is LiveName => name in live;
