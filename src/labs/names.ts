/** The labs, by the names that addresses use. */

export const labNames = ['regression', 'optimizers', 'omniglot'] as const;
export type LabName = (typeof labNames)[number];
