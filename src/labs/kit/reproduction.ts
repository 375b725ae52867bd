/** What a lab gives `npm run reproduce`: an experiment that runs without a page, and what was published of it. */

/** One measured value: a method after so many steps, over so many held-out tasks. */
export interface Row {
  readonly method: string;
  readonly steps: number;
  readonly mean: number;
  readonly median: number;
  /** Half-width of the 95% interval of the mean. */
  readonly ci95: number;
  readonly tasks: number;
  /** Of these, tasks that ran away: mean and interval are of the others. Not counted, these are of all tasks. */
  readonly ranAway?: number;
  /** Mean of the sum of losses over all steps, where that is what was trained for. */
  readonly sum?: number;
}

/** A published value, or one that is known without an experiment. */
export interface PublishedRow {
  readonly method: string;
  readonly steps: number;
  readonly mean: number;
  /** Where a value was read off a figure: the bounds it was read between. */
  readonly range?: readonly [number, number];
  readonly source: string;
}

/** What a reproduction writes with `--json`. */
export interface Report {
  readonly experiment: string;
  readonly seed: number;
  readonly iterations: number;
  readonly engine: string;
  /** Seconds of everything, evaluation included. */
  readonly seconds: number;
  /** Seconds of meta-training alone, by method. */
  readonly training: readonly { readonly method: string; readonly seconds: number }[];
  readonly rows: readonly Row[];
  /** What of this run the reader must know. */
  readonly note?: string;
  readonly published: readonly PublishedRow[];
  readonly command: string;
  readonly date: string;
  readonly machine: string;
}

/** How far a reproduction is. */
export interface Progress {
  /** What is under way: a method's name, say. */
  readonly stage: string;
  readonly done: number;
  readonly total: number;
}

export interface ReproduceOptions {
  readonly seed: number;
  /** Instead of the published number of meta-iterations. */
  readonly iterations: number | null;
  /** The command, as a checkpoint is to name it. */
  readonly command: string;
  /** These of its methods alone; null for all. */
  readonly methods: readonly string[] | null;
  readonly onProgress: (progress: Progress) => void;
  /** Where unfinished trainings are kept, if anywhere. */
  readonly unfinished?: Unfinished | undefined;
}

/** Keeps trainings that are under way, as text by name, so that an interrupted one can go on. */
export interface Unfinished {
  read(name: string): string | null;
  write(name: string, text: string): void;
}

export interface Measured
  extends Pick<Report, 'iterations' | 'engine' | 'training' | 'rows' | 'note'> {
  /** What was trained, as checkpoint files, for experiments that ship them. */
  readonly checkpoints?: readonly { readonly name: string; readonly text: string }[];
}

/** How a report is shown. */
export interface Presentation {
  /** The steps that belong in a short table. */
  readonly shownSteps: readonly number[];
  /** Where steps say nothing: the name of the only column. */
  readonly heading?: string;
  /** What the number of steps of a column is, where it is not steps. */
  column?(at: number): string;
  /** Whether a value has bounds, as accuracies have, so that nothing can run away. */
  readonly bounded?: boolean;
  /** A value in words, if not with three significant digits. */
  format?(value: number): string;
  /** A method in words. */
  label(method: string): string;
}

/** How a report is shown on the page, with what must be said of its differences. */
export type ShownReport = Presentation & { readonly remarks: string };

/** A mean over held-out tasks, without those that ran away. */
export type Value = Pick<Row, 'mean'> & Partial<Pick<Row, 'median' | 'ranAway' | 'tasks'>>;

export interface Apart {
  /** Its methods, those that take longest first. */
  readonly methods: readonly string[];
  /** The methods of rows, in their order. */
  readonly rows: readonly string[];
}

/** What was measured apart, as if it had been measured in one go; null of what comes in one part. */
export function together(parts: readonly Measured[], apart: Apart | null): Measured {
  if (apart === null) return parts[0]!;
  const { rows: order } = apart;
  const inOrder = <T extends { readonly method: string }>(all: readonly T[]): T[] =>
    all.toSorted((a, b) => order.indexOf(a.method) - order.indexOf(b.method));
  const notes = [...new Set(parts.flatMap(({ note = [] }) => note))];
  return {
    ...parts[0]!,
    ...(notes.length === 0 ? {} : { note: notes.join(' ') }),
    iterations: Math.max(...parts.map(({ iterations }) => iterations)),
    training: inOrder(parts.flatMap(({ training }) => training)),
    rows: inOrder(parts.flatMap(({ rows }) => rows)),
    checkpoints: parts.flatMap(({ checkpoints = [] }) => checkpoints),
  };
}

export interface Reproduction extends Presentation {
  readonly title: string;
  /** What is measured and over what. */
  readonly measures: string;
  /** Meta-iterations as published. */
  readonly iterations: number;
  readonly published: readonly PublishedRow[];
  /** Where results differ from the published ones, why. */
  readonly remarks: string;
  /** Methods that can be trained alone, if any can. */
  readonly methods?: readonly string[];
  /** What can be measured apart, by workers beside each other, and comes out the same; nothing if that is not possible. */
  readonly apart?: Apart;
  /** Names of the checkpoints that are shipped, in public/checkpoints, without their ending. */
  readonly checkpoints?: readonly string[];
  run(options: ReproduceOptions): Promise<Measured>;
  /** Evaluates the shipped checkpoints, read as text by name, on held-out tasks of a seed, without training. */
  evaluate?(read: (name: string) => string, seed: number): Promise<Measured>;
}
