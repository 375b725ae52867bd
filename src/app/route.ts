/** The address: `#/lab?settings`; bare, it is that of the root. */

import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { type LabName, type PlaceName, placeNames } from '../labs/names';
import { hashOf } from '../spec/address';

export interface Route {
  readonly place: PlaceName;
  readonly params: URLSearchParams;
  /** The lab's name in the address, if there is no such lab. */
  readonly unknown: string | null;
}

/** That of settings without a lab, as old links have them, and of labs that there are none of. */
const defaultLab: LabName = 'regression';

export function parseRoute(hash: string): Route {
  const [path = '', ...rest] = hash.replace(/^#\/?/, '').split('?');
  const params = new URLSearchParams(rest.join('?'));
  const known = placeNames.find((name) => name === path);
  return {
    place: known ?? (path === '' && String(params) === '' ? 'root' : defaultLab),
    params,
    unknown: known === undefined && path !== '' ? path : null,
  };
}

/** Whether an address may be read as it is: it has nothing in it that this page does not write. */
const isPlain = (hash: string): boolean => /^(?:#\/?[\w-]*(?:\?[\w.,:=&~*+-]*)?)?$/.test(hash);

/** What this address leads to; null until what mends it is loaded, as tools change addresses on their way. */
export function useRoute(address: string): Route | null {
  const plain = useMemo(() => {
    const route = parseRoute(address);
    return route.unknown === null && isPlain(address) ? route : null;
  }, [address]);
  const [mended, setMended] = useState<{ readonly of: string; readonly route: Route } | null>(null);
  useEffect(() => {
    if (plain !== null) return;
    let stale = false;
    const take = (route: Route) => {
      if (!stale) setMended({ of: address, route });
    };
    import('./mendedHash').then(
      ({ mendedHash }) => take(parseRoute(mendedHash(address))),
      // Offline before it was ever loaded.
      () => take(parseRoute(address)),
    );
    return () => {
      stale = true;
    };
  }, [address, plain]);
  return plain ?? (mended?.of === address ? mended.route : null);
}

/** An address that a person gave: by a link, by typing, by going back. The same one given again is another visit. */
export interface Visit {
  readonly address: string;
  readonly number: number;
}

let visit: Visit = { address: '', number: 0 };
/** The address that the page stands at: as a person gave it, or as the page wrote it since. */
let standing = '';

/** Browsers limit how often an address may be written. */
const WRITE_DELAY = 250;

interface Unwritten {
  readonly lab: LabName;
  readonly params: () => URLSearchParams;
  readonly timer: ReturnType<typeof setTimeout>;
}
let unwritten: Unwritten | null = null;

/** Where each lab was left. */
const left = new Map<LabName, string>();

/** The address of a lab as it was left; that of its beginning if it was not opened yet. */
export const addressOf = (lab: LabName): string => left.get(lab) ?? `#/${lab}`;

/** Takes what waits to be written, as the address that its lab was left at. */
function takeUnwritten(): string | null {
  if (unwritten === null) return null;
  const { lab, params, timer } = unwritten;
  unwritten = null;
  clearTimeout(timer);
  const address = hashOf(lab, params());
  // A lesson is no place of a person's own to come back to.
  if (!address.includes('lesson=')) left.set(lab, address);
  return address;
}

/** @param params asked for when it is time to write them: they may move many times until then */
export function writeRoute(lab: LabName, params: () => URLSearchParams): void {
  clearTimeout(unwritten?.timer);
  unwritten = { lab, params, timer: setTimeout(writeNow, WRITE_DELAY) };
}

/** Writes at once what waits to be written. */
export function writeNow(): void {
  const address = takeUnwritten();
  // A person may have gone elsewhere: then this is another entry of the history.
  if (address === null || location.hash !== standing) return;
  history.replaceState(null, '', address);
  standing = location.hash;
}

/** The visit that the page is in. */
function read(): Visit {
  if (visit.number === 0 || location.hash !== standing) {
    takeUnwritten();
    standing = location.hash;
    visit = { address: standing, number: visit.number + 1 };
  }
  return visit;
}

/** A place of the history whose address has another beginning, without lecture mode, is no change of the hash to browsers. */
export const GONE_ELSEWHERE = ['popstate', 'hashchange'] as const;

const again = new Set<() => void>();

/** Visits once more the address that the page stands at. */
export function revisit(): void {
  writeNow();
  standing = location.hash;
  visit = { address: standing, number: visit.number + 1 };
  for (const onChange of again) onChange();
}

function subscribe(onChange: () => void): () => void {
  for (const kind of GONE_ELSEWHERE) addEventListener(kind, onChange);
  again.add(onChange);
  return () => {
    for (const kind of GONE_ELSEWHERE) removeEventListener(kind, onChange);
    again.delete(onChange);
  };
}

export const useVisit = (): Visit => useSyncExternalStore(subscribe, read);
