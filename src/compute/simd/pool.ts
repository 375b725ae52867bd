/**
 * Memory of the SIMD engine: blocks that are taken, given back, and taken again at the same size.
 *
 * After its first meta-iteration a learner finds every block it needs in the free lists, so a step
 * allocates nothing.
 */

import { FaultError, fault } from '../fault';

/** A piece of the kernels' memory, owned by whoever holds it. */
export interface Block {
  readonly pointer: number;
  readonly bytes: number;
  free: boolean;
}

/** Whatever holds a block: matrices and rows. */
export interface Holder {
  readonly block: Block;
}

const PAGE = 65536;
/** Blocks begin at multiples of a cache line. */
const LINE = 64;

export class Pool {
  private readonly freeBySize = new Map<number, Block[]>();
  private readonly scopes: Block[][] = [];
  private top: number;
  private heapView: Float32Array<ArrayBuffer>;
  live = 0;
  liveBytes = 0;

  constructor(private readonly memory: WebAssembly.Memory) {
    // What lies below belongs to the kernels' own data.
    this.top = memory.buffer.byteLength;
    this.heapView = new Float32Array(memory.buffer as ArrayBuffer);
  }

  /** Bytes taken from the machine. */
  get reserved(): number {
    return this.memory.buffer.byteLength;
  }

  /** The memory as numbers; ask again after every allocation. */
  get heap(): Float32Array<ArrayBuffer> {
    if (this.heapView.buffer !== this.memory.buffer) {
      this.heapView = new Float32Array(this.memory.buffer as ArrayBuffer);
    }
    return this.heapView;
  }

  /** @throws RangeError when the bound on memory is reached */
  take(count: number): Block {
    const bytes = Math.max(LINE, Math.ceil((count * 4) / LINE) * LINE);
    const block = this.freeBySize.get(bytes)?.pop() ?? this.fresh(bytes);
    block.free = false;
    this.live += 1;
    this.liveBytes += bytes;
    this.scopes.at(-1)?.push(block);
    return block;
  }

  give(block: Block): void {
    if (block.free) return;
    block.free = true;
    this.live -= 1;
    this.liveBytes -= block.bytes;
    const list = this.freeBySize.get(block.bytes);
    if (list === undefined) this.freeBySize.set(block.bytes, [block]);
    else list.push(block);
  }

  /** Runs `body` and gives back every block taken in it that its result does not hold. */
  tidy<R>(body: () => R): R {
    const taken: Block[] = [];
    this.scopes.push(taken);
    let result: R;
    try {
      result = body();
    } catch (error) {
      this.scopes.pop();
      for (const block of taken) this.give(block);
      throw error;
    }
    this.scopes.pop();
    const held = new Set<Block>();
    collect(result, held);
    const outer = this.scopes.at(-1);
    for (const block of taken) {
      if (!held.has(block)) this.give(block);
      else outer?.push(block);
    }
    return result;
  }

  private fresh(bytes: number): Block {
    const pointer = this.top;
    const missing = pointer + bytes - this.memory.buffer.byteLength;
    if (missing > 0) {
      try {
        this.memory.grow(Math.ceil(missing / PAGE));
      } catch {
        const megabytes = (n: number) => Math.ceil(n / 2 ** 20);
        const values = { held: megabytes(this.top), needed: megabytes(bytes) };
        throw new FaultError(fault('simd-memory', values));
      }
    }
    this.top += bytes;
    return { pointer, bytes, free: false };
  }
}

function collect(value: unknown, held: Set<Block>): void {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
  if ('block' in value) held.add((value as Holder).block);
  else for (const inner of Object.values(value)) collect(inner, held);
}
