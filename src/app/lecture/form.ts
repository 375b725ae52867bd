/** What a lecture is made of: scenes of labs, as files, links and this browser hold them. What is not of this form is refused. */

import { type LabName, labNames } from '../../labs/names';

/** What files begin with, so that one of something else is told from one that is damaged. */
const MARK = 'inner-loop';
const VERSION = 1;

export const MOST = { scenes: 50, title: 120, notes: 4000, address: 6000, panels: 2 } as const;

export interface LectureScene {
  readonly lab: LabName;
  /** Settings and sight, as links have them. */
  readonly address: string;
  readonly title: string;
  /** How far the run was when the scene was made. */
  readonly run?: { readonly until: number } | undefined;
  /** Panels alone on the screen. */
  readonly spotlight?: readonly string[] | undefined;
  /** What the speaker alone sees. */
  readonly notes?: string | undefined;
}

const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length >= 1 && value.length <= most;
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Whether a value is as its field must be. Written out, and not a schema: the library of those weighs a kilobyte more with
 * what this would need of it, at the first view of every page.
 */
const isGood: { readonly [K in keyof Required<LectureScene>]: (value: unknown) => boolean } = {
  lab: (value) => labNames.some((name) => name === value),
  // What leads out of the lab, or is no part of an address, does not stand in one.
  address: (value) =>
    typeof value === 'string' &&
    value.length <= MOST.address &&
    /^[!-~]*$/.test(value) &&
    !value.includes('#'),
  title: (value) => isText(value, MOST.title),
  run: (value) =>
    isRecord(value) &&
    Object.keys(value).join() === 'until' &&
    Number.isInteger(value.until) &&
    Number(value.until) >= 1 &&
    Number(value.until) <= 1e9,
  spotlight: (value) =>
    Array.isArray(value) &&
    value.length >= 1 &&
    value.length <= MOST.panels &&
    value.every((name) => isText(name, 40)),
  notes: (value) => isText(value, MOST.notes),
};
const needed = ['lab', 'address', 'title'] as const;

/** Why something is no lecture that this page can open. */
export type Refusal =
  | { readonly code: 'damaged' | 'foreign' | 'empty' }
  | { readonly code: 'large'; readonly most: number }
  | { readonly code: 'many'; readonly most: number }
  | { readonly code: 'version'; readonly version: string; readonly known: number }
  | { readonly code: 'unknown'; readonly field: string }
  | { readonly code: 'lab'; readonly at: number; readonly lab: string }
  | { readonly code: 'scene'; readonly at: number; readonly field: string };

export type Read =
  | { readonly ok: true; readonly scenes: readonly LectureScene[] }
  | { readonly ok: false; readonly why: Refusal };

export const refuse = (why: Refusal): Read => ({ ok: false, why });

/** With its fields in order, and none that says nothing: the same scenes are the same text. */
function ordered({ lab, address, title, run, spotlight, notes }: LectureScene): LectureScene {
  return {
    ...{ lab, address, title },
    ...(run === undefined ? {} : { run: { until: run.until } }),
    ...(spotlight === undefined ? {} : { spotlight }),
    ...(notes === undefined ? {} : { notes }),
  };
}

export const formed = (scenes: readonly LectureScene[]) => ({
  [MARK]: 'lecture',
  version: VERSION,
  scenes: scenes.map(ordered),
});

const QUOTED = 24;
const quote = (value: unknown): string =>
  String(typeof value === 'object' ? JSON.stringify(value) : value)
    .replace(/\p{C}/gu, '')
    .slice(0, QUOTED);

/** Scenes of what somebody may have made, or damaged. */
export function readForm(given: unknown): Read {
  if (!isRecord(given) || given[MARK] !== 'lecture') return refuse({ code: 'foreign' });
  const { [MARK]: _, version, scenes, ...rest } = given;
  // Of another version, nothing else can be judged.
  if (version !== VERSION) {
    return refuse({ code: 'version', version: quote(version), known: VERSION });
  }
  const [other] = Object.keys(rest);
  if (other !== undefined) return refuse({ code: 'unknown', field: quote(other) });
  if (!Array.isArray(scenes)) return refuse({ code: 'damaged' });
  if (scenes.length === 0) return refuse({ code: 'empty' });
  if (scenes.length > MOST.scenes) return refuse({ code: 'many', most: MOST.scenes });
  for (const [i, scene] of scenes.entries()) {
    const why = faultOf(scene, i + 1);
    if (why !== null) return refuse(why);
  }
  return { ok: true, scenes: scenes.map(ordered) };
}

/** @param at its place, from 1 */
function faultOf(scene: unknown, at: number): Refusal | null {
  if (!isRecord(scene)) return { code: 'damaged' };
  for (const [field, value] of Object.entries(scene)) {
    if (!Object.hasOwn(isGood, field)) return { code: 'unknown', field: quote(field) };
    if (isGood[field as keyof typeof isGood](value)) continue;
    return field === 'lab' ? { code: 'lab', at, lab: quote(value) } : { code: 'scene', at, field };
  }
  const missing = needed.find((field) => !Object.hasOwn(scene, field));
  return missing === undefined ? null : { code: 'scene', at, field: missing };
}
