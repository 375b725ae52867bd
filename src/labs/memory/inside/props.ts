import type { ReaderName } from '../methods';
import type { Inside, StreamAnswer } from '../questions';

/** What a contender keeps, of one kind, at a step of the stream in sight. */
export interface KeptProps<Kind extends Inside['kind']> {
  readonly inside: Extract<Inside, { kind: Kind }>;
  readonly answer: StreamAnswer;
  readonly reader: ReaderName;
  readonly step: number;
  /** Of the contender. */
  readonly name: string;
}
