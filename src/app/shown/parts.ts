/** The parts of a page that a link can show alone or leave out, by the names that links use. */

import { isLab, type LabName, type PlaceName } from '../../labs/names';

/** Where each of them is. */
export const selectors = {
  labs: 'header nav',
  head: '[data-part="head"]',
  tour: '[data-part="head"] [aria-pressed], main [aria-labelledby="scene"]',
  reset: '[data-part="reset"]',
  settings: '[data-part="settings"], main aside',
  methods: '[data-part="compare"]',
  adaptation: 'section[data-panel="named"]:not([data-part], [aria-labelledby])',
  plot: 'figure[data-part="hero"]',
  heldOut: 'figure[data-part="heldOut"]',
  race: '[data-part="race"]',
  surface: '[data-part="surface"]',
  proposed: 'figure[data-part="proposed"]',
  remembered: 'figure[data-part="remembered"]',
  training: 'figure[data-part="training"]',
  stream: '[aria-labelledby="stream"]',
  inside: 'figure[data-part="inside"]',
  episode: '[aria-labelledby="episode"]',
  accuracy: 'section[data-part="accuracy"]',
  embedding: '[data-part="stage"] figure[data-part="own"]',
  steps: '[data-part="steps"]',
  task: '[data-part="task"]',
  hints: '[aria-labelledby="what-to-see"]',
  transport: '[data-part="transport"]',
  train: '[data-part="train"]',
  step: '[data-part="step"]',
  explanation: 'main [aria-labelledby="how"], main > div > details',
} as const;

export type PartName = keyof typeof selectors;
export const partNames = Object.keys(selectors) as PartName[];

/** Panels that can stand alone, and what each is operated by besides the transport. */
export const panels: Readonly<
  Record<LabName, Readonly<Partial<Record<PartName, readonly PartName[]>>>>
> = {
  regression: { adaptation: [], plot: ['methods', 'steps', 'task'], heldOut: ['methods'] },
  optimizers: { race: [], surface: [], proposed: [], remembered: [], training: [] },
  omniglot: { episode: [], accuracy: [], embedding: [] },
  memory: { stream: ['methods'], heldOut: ['methods'], training: [] },
};

/** Whether it is a panel of other labs alone. */
export const isElsewhere = (part: PartName, place: PlaceName): boolean =>
  isPanel(part) && !(isLab(place) && part in panels[place]);

export const isPanel = (part: PartName): boolean =>
  Object.values(panels).some((own) => part in own);

/** What can be left out of a whole lab. */
export const removable = [
  'labs',
  'head',
  'methods',
  'settings',
  'tour',
  'hints',
  'transport',
  'explanation',
] as const satisfies readonly PartName[];
