/** From scene to scene in a lab: what is in sight changes, and runs are put by and come back to. */

import type { Snapshot } from '../../../session/experiment';
import type { Recalled } from '../../../session/saver';
import { type AddressForm, decodeAddress } from '../../../spec/address';
import type { Fields } from '../../../spec/field';
import { encodeSpec, lookingOf } from '../../../spec/spec';
import type { SharedState } from '../context';

type Values = Readonly<Record<string, unknown>>;
type Put = Recalled<Snapshot, { readonly tuned: boolean; readonly origin: unknown }>;

/** What of a lab is changed from scene to scene. */
export interface Scened {
  readonly definition: AddressForm<Fields, Fields, string>;
  readonly store: { getState(): SharedState & { readonly running: Values } };
  readonly ended: AbortSignal;
  put(): Put | null;
  showIn(spec: Values, view: Values): void;
  takeUp(spec: Values, view: Values, put: Put | null): void;
}

/** Settings that are a person's own, whatever scene is told. */
const KEPT = ['seed', 'engine', 'workers'];
/** Runs of scenes that were left which can be come back to without training again. */
const MOST_LEFT = 3;
/** Of each lab, by what makes a run. */
const leftOf = new WeakMap<Scened, Map<string, Put>>();

/**
 * Takes the settings and the sight of an address; seed, engine and workers stay a person's own where it does not name them.
 * The run goes on if it is the one of these settings; if it is another, that is put by, and the one of these settings comes
 * back where it was left, or begins.
 */
export function enter(lab: Scened, params: URLSearchParams): void {
  const { fields } = lab.definition;
  const { address } = decodeAddress(lab.definition, params);
  const { spec: now } = lab.store.getState();
  const kept = KEPT.filter((name) => name in fields && !params.has(name));
  const spec = { ...address.spec, ...Object.fromEntries(kept.map((name) => [name, now[name]])) };
  arrive(lab, spec, address.view);
}

/** Puts by what is in sight, with its run. @returns the way back to it */
export function putBy(lab: Scened): () => void {
  const { spec, view } = lab.store.getState();
  const run = lab.put();
  return () => {
    if (lab.ended.aborted) return;
    if (run === null) arrive(lab, spec, view);
    else {
      leave(lab);
      lab.takeUp(spec, view, run);
    }
  };
}

function arrive(lab: Scened, spec: Values, view: Values): void {
  const { running, tuned } = lab.store.getState();
  if (!tuned && made(lab, spec) === made(lab, running)) {
    lab.showIn(spec, view);
    return;
  }
  leave(lab);
  const left = leftOf.get(lab)?.get(made(lab, spec));
  // It is looked at as the scene says.
  const text = String(encodeSpec(lab.definition.fields, spec as never));
  lab.takeUp(spec, view, left === undefined ? null : { ...left, running: text });
}

function leave(lab: Scened): void {
  const put = lab.put();
  const { running, tuned } = lab.store.getState();
  if (put === null || tuned || put.run.resume.iteration === 0) return;
  const left = leftOf.get(lab) ?? new Map<string, Put>();
  leftOf.set(lab, left);
  const key = made(lab, running);
  left.delete(key);
  left.set(key, put);
  const [oldest] = left.keys();
  if (left.size > MOST_LEFT) left.delete(oldest!);
}

/** What makes a run: all settings that are not only looked with, as text. */
function made({ definition: { fields } }: Scened, spec: Values): string {
  const text = encodeSpec(fields, spec as never);
  for (const name of [...lookingOf(fields), 'engine', 'workers']) text.delete(name);
  return String(text);
}
