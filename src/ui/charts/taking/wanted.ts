/** What a person can take away of a figure, and what is needed for that. Types alone. */

import type { TableData } from '../table';

export type Kind = 'csv' | 'svg' | 'png' | 'transparent' | 'pdf' | 'copy';

export interface Wanted {
  readonly title: string;
  readonly table?: (() => TableData) | undefined;
  /** What takes it away; a picture is of what stands about that. */
  readonly button?: Element | null;
}

/** Of what offers it. */
export interface TakeProps extends Pick<Wanted, 'title' | 'table'> {
  /** Said in place of what there is not yet. */
  readonly empty?: string | null;
  /** Shows or hides the table, where the figure has one. */
  readonly toggle?: (() => void) | undefined;
  /** Whether the table is shown in place of what is drawn. */
  readonly asTable?: boolean;
}
