/** What settings panels are made of: groups, controls that know whether they wait, what the engine holds. */

import { type ReactNode, useId } from 'react';
import { useStore } from 'zustand';
import type { Field } from '../../spec/field';
import { FieldControl } from '../../ui/controls/FieldControl';
import text from '../../ui/text.module.css';
import { useLabHandle, usePending, useRunState } from './context';
import styles from './parts.module.css';

export function Group({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

export function More({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <details className={text.more}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

/** Controls of these fields, in this order. */
export function Controls<Name extends string>({ names }: { readonly names: readonly Name[] }) {
  return names.map((name) => <Control key={name} name={name} />);
}

function Control({ name }: { readonly name: string }) {
  const lab = useLabHandle();
  const { fields, liveFields } = lab.definition;
  const value = useStore(lab.store, (s) => (s.spec as Readonly<Record<string, unknown>>)[name]);
  const pending = usePending().includes(name);
  const training = useRunState((s) => s.phase === 'training');
  const state = pending ? 'pending' : training && liveFields.includes(name) ? 'live' : undefined;
  return (
    <FieldControl<never>
      name={name}
      field={fields[name] as Field<never>}
      value={value as never}
      state={state}
      onChange={(next) => lab.change(name, next)}
    />
  );
}

export function EngineMemory() {
  const { handles, bytes } = useRunState((s) => s.memory);
  return (
    <p className={text.hint}>
      The engine holds {handles.toLocaleString('en')} vectors, {(bytes / 2 ** 20).toFixed(1)} MB.
    </p>
  );
}
