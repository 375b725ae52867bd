/** What went wrong, as a code and values: the page says it in its own language. */

export type FaultCode =
  | 'no-wasm'
  | 'no-wasm-simd'
  | 'no-webgpu'
  | 'no-graphics-device'
  | 'no-webgl'
  | 'coarse-graphics'
  /** `backend` */
  | 'backend-silent'
  /** None of those in `tried`. */
  | 'no-engine'
  | 'device-lost'
  | 'context-lost'
  | 'graphics-memory'
  /** `held` and `needed` megabytes */
  | 'simd-memory'
  | 'worker-stopped'
  | 'worker-silent'
  /** This page may not start workers. */
  | 'worker-forbidden'
  /** A part of the page that is loaded when it is used. */
  | 'not-loaded'
  /** `seconds` */
  | 'no-answer'
  /** `lab`, `labs` */
  | 'lab-unknown'
  /** `text`, as somebody else's code says it */
  | 'other';

export interface Fault {
  readonly code: FaultCode;
  readonly values: Readonly<Record<string, string | number>>;
  readonly tried?: readonly { readonly engine: string; readonly fault: Fault }[];
}

export const fault = (code: FaultCode, values: Fault['values'] = {}): Fault => ({ code, values });

/** An error that says what went wrong by a fault. */
export class FaultError extends Error {
  override readonly name: string = 'FaultError';
  constructor(
    readonly fault: Fault,
    options?: ErrorOptions,
  ) {
    super([fault.code, ...Object.values(fault.values)].join(' '), options);
  }
}

/** Loads a part of the page; one that cannot be had says so. */
export async function load<T>(part: () => Promise<T>): Promise<T> {
  try {
    return await part();
  } catch (cause) {
    throw new FaultError(fault('not-loaded'), { cause });
  }
}

/** The fault of an error; that of one from elsewhere quotes it. */
export function faultOf(error: unknown): Fault {
  if (error instanceof FaultError) return error.fault;
  return fault('other', { text: error instanceof Error ? error.message : String(error) });
}
