/** The address: `#/lab?settings`. */

import { useSyncExternalStore } from 'react';
import { type LabName, labNames } from '../labs/names';

export interface Route {
  readonly lab: LabName;
  readonly params: URLSearchParams;
  /** The lab's name in the address, if there is no such lab. */
  readonly unknown: string | null;
}

const defaultLab: LabName = 'regression';

export function parseRoute(hash: string): Route {
  const [path = '', ...rest] = hash.replace(/^#\/?/, '').split('?');
  const params = new URLSearchParams(rest.join('?'));
  const known = labNames.find((name) => name === path);
  return {
    lab: known ?? defaultLab,
    params,
    unknown: known === undefined && path !== '' ? path : null,
  };
}

/** Colons and commas are plain in an address, and easier to read. */
export const formatRoute = (lab: LabName, params: URLSearchParams): string =>
  `#/${lab}?${String(params).replaceAll('%2C', ',').replaceAll('%3A', ':')}`;

/** The address as last written by this page, to tell a person's change from our own. */
let written: string | null = null;
let writeTimer: ReturnType<typeof setTimeout> | undefined;

/** Browsers limit how often an address may be written. */
const WRITE_DELAY = 250;

/** Where each lab was left. */
const left = new Map<LabName, string>();

/** The address of a lab as it was left; that of its beginning if it was not opened yet. */
export const addressOf = (lab: LabName): string => left.get(lab) ?? `#/${lab}`;

/** @param params asked for when it is time to write them: they may move many times until then */
export function writeRoute(lab: LabName, params: () => URLSearchParams): void {
  clearTimeout(writeTimer);
  writeTimer = setTimeout(() => {
    written = formatRoute(lab, params());
    left.set(lab, written);
    history.replaceState(null, '', written);
  }, WRITE_DELAY);
}

function subscribe(onChange: () => void): () => void {
  const listener = () => {
    if (location.hash !== written) onChange();
  };
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

let lastRead = '';

/** The address as a person gave it: by a link, by typing, by going back. */
export function useAddress(): string {
  return useSyncExternalStore(subscribe, () => {
    if (location.hash !== written) lastRead = location.hash;
    return lastRead;
  });
}
