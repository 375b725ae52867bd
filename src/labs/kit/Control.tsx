/** The control of a setting, wherever it stands. */

import { useStore } from 'zustand';
import type { Field } from '../../spec/field';
import { FieldControl } from '../../ui/controls/FieldControl';
import { useWords } from '../../ui/Say';
import { fieldWords, usePending, useRunState, useShown } from './context';

export function Control({ name }: { readonly name: string }) {
  const shown = useShown();
  const words = useWords();
  const { lab } = shown;
  const field = lab.definition.fields[name]!;
  const value = useStore(lab.store, (s) => s.spec[name]);
  const pending = usePending().includes(name);
  const training = useRunState((s) => s.phase === 'training');
  const state = pending ? 'pending' : training && field.live !== undefined ? 'live' : undefined;
  return (
    <FieldControl<never>
      field={field as Field<never>}
      words={fieldWords(words, shown, name)}
      value={value as never}
      state={state}
      onChange={(next) => lab.change(name, next)}
    />
  );
}
