/** From scene to scene in a lab: what is in sight changes, and runs are put by and come back to. */

import { type AddressForm, decodeAddress } from '../../../spec/address';
import type { Fields } from '../../../spec/field';
import { encodeSpec } from '../../../spec/spec';
import type { SharedState } from '../context';
import { aheadOf, type Put } from './ahead';
import { type Fielded, madeBy } from './made';

type Values = Readonly<Record<string, unknown>>;

/** What of a lab is changed from scene to scene. */
export interface Scened {
  readonly definition: AddressForm<Fields, Fields, string> & { readonly name: string };
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
  const { spec, view } = sightIn(lab, params);
  arrive(lab, spec, view);
}

/** Where a scene of a lecture stands. */
export interface Standing {
  /** The meta-iteration that it was made at. */
  readonly until: number;
  /** Its run as it was left in this lecture. */
  readonly own: Put | null;
  /** Whether the lab was opened with its address, and has begun nothing yet. */
  readonly opened: boolean;
}

/**
 * As `enter`, but with the run at its place: as it was left in this scene; else the one in sight if it has come as far;
 * else one that was trained ahead, or left in another scene; else from its beginning.
 */
export function enterAt(lab: Scened, params: URLSearchParams, standing: Standing): void {
  const { until, own, opened } = standing;
  const { spec, view } = sightIn(lab, params);
  const { running, tuned } = lab.store.getState();
  const made = madeBy(lab.definition, spec);
  const isHere = !tuned && made === madeBy(lab.definition, running);
  const at = isHere ? (lab.put()?.run.resume.iteration ?? 0) : -1;
  // Whoever speaks may have changed settings since: a run of others is not this scene's.
  const isOwn = own !== null && !own.extra.tuned && made === madeOf(lab, own);
  const far = isOwn && (own.run.resume.iteration > 0 || until === 0) ? own : null;
  const enough = at === until || (until > 0 && at >= until);
  const some = until > 0 ? (leftOf.get(lab)?.get(made) ?? null) : null;
  const put = far ?? (enough ? null : (aheadOf(lab, made, until) ?? some));
  const isAsItIs = put === null ? isHere && (enough || until > 0) : put.run.resume.iteration === at;
  if (opened) {
    // It takes what lies in storage, where there is nothing here.
    if (put !== null) lab.takeUp(spec, view, asSeen(lab, spec, put));
  } else if (isAsItIs) lab.showIn(spec, view);
  else {
    leave(lab);
    lab.takeUp(spec, view, put && asSeen(lab, spec, put));
  }
}

/** What makes a run that was put by. */
const madeOf = ({ definition }: Scened, { running }: Put): string =>
  madeBy(definition, decodeAddress(definition, new URLSearchParams(running)).address.spec);

/** What was trained ahead in place of the run in sight, which is of the same settings. @returns whether there is any */
export function takeAhead(lab: Scened, until: number): boolean {
  const { spec, view } = lab.store.getState();
  const put = aheadOf(lab, madeBy(lab.definition, spec), until);
  if (put !== null) lab.takeUp(spec, view, asSeen(lab, spec, put));
  return put !== null;
}

function sightIn(lab: Scened, params: URLSearchParams) {
  const { fields } = lab.definition;
  const { address } = decodeAddress(lab.definition, params);
  const { spec: now } = lab.store.getState();
  const kept = KEPT.filter((name) => name in fields && !params.has(name));
  const spec = { ...address.spec, ...Object.fromEntries(kept.map((name) => [name, now[name]])) };
  return { spec: spec as Values, view: address.view as Values };
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
  const made = madeBy(lab.definition, spec);
  if (!tuned && made === madeBy(lab.definition, running)) {
    lab.showIn(spec, view);
    return;
  }
  leave(lab);
  const left = leftOf.get(lab)?.get(made);
  lab.takeUp(spec, view, left === undefined ? null : asSeen(lab, spec, left));
}

/** A run that is looked at as the scene says. */
const asSeen = ({ definition }: Fielded, spec: Values, put: Put): Put => ({
  ...put,
  running: String(encodeSpec(definition.fields, spec as never)),
});

/** Keeps the run in sight, to be come back to. */
export function leave(lab: Scened): void {
  const put = lab.put();
  const { running, tuned } = lab.store.getState();
  if (put === null || tuned || put.run.resume.iteration === 0) return;
  const left = leftOf.get(lab) ?? new Map<string, Put>();
  leftOf.set(lab, left);
  const key = madeBy(lab.definition, running);
  left.delete(key);
  left.set(key, put);
  const [oldest] = left.keys();
  if (left.size > MOST_LEFT) left.delete(oldest!);
}
