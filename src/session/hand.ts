/**
 * A worker that the page has hired for another worker. Not every browser lets a worker begin one, and Firefox now and then
 * never comes back from it.
 */

import type { Command, Event } from './protocol';

/** What is used of a worker by who gives it work. */
export type Hired = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

export class Hand implements Hired {
  onmessage: Hired['onmessage'] = null;
  onerror: Hired['onerror'] = null;
  private readonly port: MessagePort;

  /**
   * @param name no other of this worker has it
   * @param send tells the page
   */
  constructor(
    private readonly name: number,
    private readonly send: (event: Event) => void,
  ) {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    port1.onmessage = (event) => this.onmessage?.call(this as never, event);
    send({ type: 'hire', hand: name, port: port2 });
  }

  postMessage(command: Command): void {
    this.port.postMessage(command);
  }

  /** The page has heard that it fell, or may not hire it. */
  fell(message: string): void {
    this.onerror?.call(this as never, { message, preventDefault() {} } as ErrorEvent);
  }

  terminate(): void {
    this.port.close();
    this.send({ type: 'dismiss', hand: this.name });
  }
}
