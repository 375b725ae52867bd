/** What the suite asks of a browser, whichever it is. */

/** A place in the window, in its pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Driver {
  /** The folder that the browser saves files in. */
  readonly downloads: string;
  /** Loads an address, and waits until its document is there. */
  open(address: string): Promise<void>;
  /** Calls a function in the page, which sees nothing but its argument. Both ways go by JSON. */
  evaluate<Argument, Answer>(
    inPage: (argument: Argument) => Answer | Promise<Answer>,
    argument: Argument,
  ): Promise<Answer>;
  /** Presses the pointer at the first of these places, moves it over the others, and lifts it at the last. */
  drag(places: readonly Place[]): Promise<void>;
  /** Chooses a file in an input. */
  choose(selector: string, file: string): Promise<void>;
  /** What has come up as an error since this was last asked: in the console, or caught by nobody. */
  errors(): Promise<readonly string[]>;
  /** Closes the page as a person closes its tab, and opens its address in another tab of the same browser. */
  reopen(): Promise<void>;
  /** The window as a PNG. */
  picture(): Promise<Buffer>;
  close(): Promise<void>;
}

export const windowSize = { width: 1280, height: 860 };
