/** What the page and the window of the notes tell each other. The window has no words of its own. */

/** What the window shows. */
export interface Told {
  readonly theme: string | undefined;
  readonly language: string;
  readonly title: string;
  readonly place: string;
  readonly scene: string;
  readonly notes: string;
  readonly next: { readonly label: string; readonly title: string };
  readonly clock: string;
  readonly since: { readonly label: string; readonly at: number | null };
  readonly ways: { readonly back: string; readonly on: string };
}

/** What the window asks for: to be told, or that the lecture goes on, or back. */
export type Asked = 'tell' | 'on' | 'back';
