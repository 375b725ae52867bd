/** A chart's numbers: what its table shows, and as a file for spreadsheets and programs. */

/** What numbers were measured on, where they are of a run. */
export interface Measured {
  readonly iteration: number;
  /** Held-out ones, where it is a mean over them. */
  readonly tasks?: number;
}

export interface TableData {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (number | string)[])[];
  readonly of?: Measured | null;
}

/** Without it Excel reads UTF-8 in the code page of the system: “α” becomes “Î±”. */
const BYTE_ORDER_MARK = '\u{FEFF}';

/**
 * As RFC 4180 has it, with a byte-order mark.
 *
 * @param head lines before it, which begin with `#`: most readers leave them out when they are told to
 */
export function csvOf({ columns, rows }: TableData, head: readonly string[] = []): string {
  const quoted = (cell: number | string) =>
    typeof cell === 'number' ? String(cell) : `"${cell.replaceAll('"', '""')}"`;
  const lines = [columns, ...rows].map((row) => row.map(quoted).join(','));
  const remarks = head.map((line) => `# ${line.replaceAll(/\s+/g, ' ')}`);
  return BYTE_ORDER_MARK + [...remarks, ...lines].join('\r\n');
}
