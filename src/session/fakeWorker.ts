/** For tests: a worker that does what the test says. */

import type { Command, Event } from './protocol';

type Told<T extends Command['type']> = Extract<Command, { readonly type: T }>;

export class FakeWorker {
  readonly commands: Command[] = [];
  terminated = false;
  onmessage: ((event: { data: Event }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault(): void }) => void) | null = null;

  postMessage(command: Command): void {
    this.commands.push(structuredClone(command));
  }

  terminate(): void {
    this.terminated = true;
  }

  say(event: Event): void {
    this.onmessage?.({ data: event });
  }

  die(message = 'boom'): void {
    this.onerror?.({ message, preventDefault: () => {} });
  }

  told<T extends Command['type']>(type: T): Told<T>[] {
    return this.commands.filter((command): command is Told<T> => command.type === type);
  }

  /** Of the run that it was told last to begin. */
  get runId(): number {
    return this.told('start').at(-1)!.runId;
  }
}
