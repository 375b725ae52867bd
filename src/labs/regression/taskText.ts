/** A task in the letters of its family. */

import type { Task } from '../../tasks/task';

const symbols: Readonly<Record<string, string>> = { amplitude: 'A', phase: 'φ' };

export const taskText = ({ parameters }: Pick<Task, 'parameters'>): string =>
  Object.entries(parameters)
    .map(([name, value]) => `${symbols[name] ?? name} = ${value.toFixed(2).replace('-', '−')}`)
    .join(', ');
