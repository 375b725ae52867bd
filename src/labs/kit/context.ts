/** A lab as React sees it: what all labs share, and hooks with the types of one. */

import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { StoreApi } from 'zustand/vanilla';
import type { Fault } from '../../compute/fault';
import type { CalibrationState } from '../../session/calibration';
import type { Snapshot } from '../../session/experiment';
import type { RunState } from '../../session/run';
import type { Field, Fields } from '../../spec/field';
import type { AnyForm } from '../../spec/mending';
import type { ContenderWords, FieldWords, PresetWords } from '../../words/shape';
import type { Words } from '../../words/words';
import type { commonFields, sharedOutFields } from './commonFields';
import type { MicroscopeView } from './microscope/view';
import { type Owners, type OwnFieldsOf, ownerOf } from './ownFields';
import type { LessonName } from './story/lessonNames';

type Readable<T> = Pick<StoreApi<T>, 'getState' | 'getInitialState' | 'subscribe'>;

/** What every lab's page shows of its state. */
export interface SharedState {
  readonly spec: Readonly<Record<string, unknown>>;
  readonly view: Readonly<Record<string, unknown>>;
  readonly running: { readonly iterations: number };
  readonly tuned: boolean;
  readonly lookBack: number | null;
  readonly canBringBack: boolean;
  readonly faults: Readonly<Record<string, Fault | null>>;
}

/** A lab, whichever it is. */
export interface AnyLab {
  readonly definition: AnyForm & {
    readonly name: string;
    readonly fields: Fields;
    readonly presets: Readonly<Record<string, unknown>>;
  };
  readonly store: Readable<SharedState>;
  readonly run: { readonly store: Readable<RunState<Snapshot>> };
  readonly calibration: { readonly store: Readable<CalibrationState> };
  readonly address: URLSearchParams;
  open(): Promise<void>;
  dispose(): void;
  /** @param until the meta-iteration at which it pauses by itself */
  train(until?: number): void;
  pause(): void;
  step(): void;
  reset(): void;
  bringBack(): void;
  hurry(): void;
  undo(): void;
  look(iteration: number | null): void;
  /** Of labs that have a microscope, it too. */
  see(
    change: {
      readonly story?: number;
      readonly lesson?: LessonName | 'none';
    } & Partial<MicroscopeView>,
  ): void;
  ask(kind: string): void;
  foresee(kind: string): void;
  calibrate(): Promise<void>;
  pending(): readonly string[];
  /** The snapshot in sight, or the newest of the run; null before there is one. */
  snapshot(): Snapshot | null;
  change(name: string, value: never): void;
  choosePreset(name: string): void;
}

/** What a lab's catalogue says of its settings. */
export interface SettingsWords {
  readonly fields: Readonly<Record<string, FieldWords>>;
  readonly groups: Readonly<Record<string, string>>;
  readonly hints?: Readonly<Record<string, string>>;
  readonly presets: Readonly<Record<string, PresetWords>>;
}

/** Of a field whose values are names: words for each. */
type OptionsOf<F> =
  F extends Field<infer T>
    ? [T] extends [string]
      ? { readonly options: Readonly<Record<T, string>> }
      : unknown
    : unknown;

/** Words of the fields of F, each option of a choice among them. */
type FieldsWordsOf<F> = { readonly [K in keyof F]: FieldWords & OptionsOf<F[K]> };

/** Where a lab's words are taken from, which must be there: of its own fields and presets, and of its owners' fields. */
export type WordsOf<F, P, M extends Owners> = (
  words: Words & { readonly contenders: OwnersWordsOf<M> },
) => SettingsWords & {
  readonly fields: FieldsWordsOf<
    Omit<F, keyof OwnFieldsOf<M> | keyof typeof commonFields | keyof typeof sharedOutFields>
  >;
  readonly presets: { readonly [K in keyof P]: PresetWords };
};
type OwnersWordsOf<M extends Owners> = {
  readonly [N in keyof M]: keyof M[N]['fields'] extends never
    ? unknown
    : { readonly fields: FieldsWordsOf<M[N]['fields']> };
};

/** How a lab is shown: what React needs beside the lab itself. */
export interface Shown {
  readonly lab: AnyLab;
  readonly owners: Owners;
  readonly wordsOf: (words: Words) => SettingsWords;
}

export const LabContext = createContext<Shown | null>(null);

export function useShown(): Shown {
  const shown = useContext(LabContext);
  if (shown === null) throw new Error('used outside a lab');
  return shown;
}

export const useAnyLab = (): AnyLab => useShown().lab;

export function useShared<T>(select: (state: SharedState) => T): T {
  return useStore(useAnyLab().store, useShallow(select));
}

export function useRunState<T>(select: (state: RunState<Snapshot>) => T): T {
  return useStore(useAnyLab().run.store, useShallow(select));
}

export function useCalibration(): CalibrationState {
  return useStore(useAnyLab().calibration.store);
}

/** Settings that wait for a restart. */
export function usePending(): readonly string[] {
  const lab = useAnyLab();
  return useShared(() => lab.pending());
}

/** The words of a field: the lab's, its owner's, or the frame's. */
export function fieldWords(
  words: Words,
  { owners, wordsOf }: Omit<Shown, 'lab'>,
  name: string,
): FieldWords {
  const own = wordsOf(words).fields[name];
  if (own !== undefined) return own;
  const owner = ownerOf(owners, name);
  const all = words.contenders as unknown as Readonly<Record<string, ContenderWords>>;
  const ofOwner = owner === null ? undefined : all[owner.owner]?.fields?.[owner.key];
  const shared: Readonly<Record<string, FieldWords>> = words.frame.settings.fields;
  return ofOwner ?? shared[name] ?? { label: name };
}

/** Hooks with the types of one lab. */
export function hooksOf<L extends { readonly store: Readable<unknown> }>() {
  type State = ReturnType<L['store']['getState']>;
  const useLab = (): L => useAnyLab() as unknown as L;
  const useLabState = <T>(select: (state: State) => T): T =>
    useStore(useLab().store as Readable<State>, useShallow(select));
  return { useLab, useLabState };
}
