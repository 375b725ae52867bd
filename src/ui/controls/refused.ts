/** A text that was refused, and what it may mean. */
export interface Refused {
  readonly value: string;
  readonly readings: readonly string[];
}

/** "pi" as people write it. */
export const pretty = (text: string): string => text.replaceAll('pi', 'π');
