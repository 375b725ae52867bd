/** The labs, by the names that addresses use. */

export const labNames = ['regression'] as const;
export type LabName = (typeof labNames)[number];
