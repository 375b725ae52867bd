/** A record of an algorithm that was walked, in plain numbers. */

import type { Engine } from '../../compute/engine';
import type { Passed } from '../../contenders/steps';

/** Row-major [tasks, width]; one row serves all tasks. */
export interface Quantity {
  readonly tasks: number;
  readonly width: number;
  readonly values: Float32Array;
}

/** A line that was passed, by its name in the listing. */
export interface TracedLine {
  readonly line: string;
  /** The inner step that it is part of. */
  readonly k: number | null;
  readonly quantities: Readonly<Record<string, Quantity>>;
}

/** Reads what a walk kept, and gives it back. */
export async function readLines(
  engine: Engine,
  walked: readonly Passed[],
): Promise<readonly TracedLine[]> {
  const lines: TracedLine[] = [];
  try {
    for (const { line, k, quantities } of walked) {
      const read: Record<string, Quantity> = {};
      for (const [of, rows] of Object.entries(quantities)) {
        const { tasks, width } = rows;
        read[of] = { tasks, width, values: await engine.read(rows) };
      }
      lines.push({ line: line.name, k, quantities: read });
    }
  } finally {
    engine.release(...walked.flatMap(({ quantities }) => Object.values(quantities)));
  }
  return lines;
}
