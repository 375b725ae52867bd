/** What a lab is to the page, and what the page knows of one. */

import type { Fault } from '../../compute/fault';
import type { Snapshot } from '../../session/experiment';
import type { Notice } from '../../session/notices';
import type { AddressForm } from '../../spec/address';
import type { Fields, SpecOf } from '../../spec/field';
import type { Settings } from './changes';
import type { AnswerIn, AskRules, Questions } from './questions';

export interface LabState<F extends Fields, V extends Fields, Q extends Questions, Origin>
  extends Settings<SpecOf<F>> {
  /** What is looked at, and how. */
  readonly view: SpecOf<V>;
  /** The kept meta-iteration in sight, or null for that of now. */
  readonly lookBack: number | null;
  /** Whether a run was reset that can be brought back. */
  readonly canBringBack: boolean;
  /** What the worker has answered, by the kind of question; null while it is not known. */
  readonly answers: { readonly [K in keyof Q]: AnswerIn<Q[K]> | null };
  /** Why a question has no answer, where it has none. */
  readonly faults: { readonly [K in keyof Q]: Fault | null };
  /** What is known of where the run began; kept with it. */
  readonly origin: Origin;
}

/** What a run begins from that was fetched. */
export interface Beginning<Snap extends Snapshot, Origin> {
  /** As of meta-iteration 0; null if it could not be had. */
  readonly snapshot: Snap | null;
  readonly origin: Origin;
  readonly notice?: Notice | undefined;
}

/** What a lab is, to the page. */
export interface LabDefinition<
  F extends Fields,
  V extends Fields,
  Preset extends string,
  Snap extends Snapshot,
  Q extends Questions,
  Origin,
> extends AddressForm<F, V, Preset> {
  readonly name: string;
  readonly asks: AskRules<LabState<F, V, Q, Origin>, Snap, Q>;
  /** What looking back needs of a snapshot. */
  readonly slim: (snapshot: Snap) => Snap;
  /** Fields that follow others until they are moved away from them, by the field that they follow. */
  readonly followers?: Readonly<Partial<Record<keyof F & string, keyof F & string>>>;
  /** What else a change of one field brings with it. */
  readonly adjust?: (spec: SpecOf<F>, name: keyof F & string) => SpecOf<F>;
  /** The view within the bounds of other settings. */
  readonly fit?: (view: SpecOf<V>, spec: SpecOf<F>, before: SpecOf<F>) => SpecOf<V>;
  /** What a run with these settings begins from; null if that is nothing. */
  readonly beginning?: (spec: SpecOf<F>) => Promise<Beginning<Snap, Origin>> | null;
  /** Of a run that begins from nothing. */
  readonly origin: Origin;
  /** Whether a run is kept before its first meta-iteration: it began from what a link does not bring again. */
  readonly isKept?: (origin: Origin) => boolean;
}
