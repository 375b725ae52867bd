/** The settings of a lab, from the roles of its fields: groups in the order of the fields, parts folded within them. */

import { Fragment, type ReactNode, useId } from 'react';
import { useWords } from '../../ui/Say';
import { Sourced } from '../../ui/Sourced';
import text from '../../ui/text.module.css';
import { say, sayNumber } from '../../words/format';
import { Control } from './Control';
import { useRunState, useShared, useShown } from './context';
import { EngineTimes } from './EngineTimes';
import parts from './parts.module.css';

export interface SettingsProps {
  readonly preset: string;
  /** What stands in a group after the controls of these names, or at its end. */
  readonly after?: Readonly<Record<string, ReactNode>>;
}

export function Settings({ preset, after = {} }: SettingsProps) {
  const { lab, wordsOf } = useShown();
  const words = useWords();
  const { groups, presets, hints = {} } = wordsOf(words);
  const { fields } = lab.definition;
  const spec = useShared((s) => s.spec);
  const shown = Object.keys(fields).filter(
    (name) => fields[name]!.group !== undefined && (fields[name]!.visible?.(spec) ?? true),
  );
  const groupOf = (name: string) => fields[name]!.group!;
  const titles = [...new Set(shown.map((name) => groupOf(name).split('/')[0]!))];
  const controls = (group: string) =>
    shown
      .filter((name) => groupOf(name) === group)
      .map((name) => (
        <Fragment key={name}>
          <Control name={name} />
          {after[name]}
        </Fragment>
      ));
  return (
    <>
      {titles.map((group) => (
        <Group key={group} title={groups[group] ?? group}>
          {hints[group] === undefined ? null : <p className={text.hint}>{hints[group]}</p>}
          {controls(group)}
          {after[group]}
          {[...new Set(shown.map(groupOf))]
            .filter((part) => part.startsWith(`${group}/`))
            .map((part) => (
              <details key={part} className={text.more}>
                <summary>{groups[part] ?? part}</summary>
                {controls(part)}
              </details>
            ))}
          {shown.some((name) => name === 'engine' && groupOf(name) === group) ? (
            <>
              <EngineTimes />
              <EngineMemory />
            </>
          ) : null}
        </Group>
      ))}
      {preset === 'custom' ? null : (
        <p className={parts.source}>
          <Sourced text={presets[preset]?.source ?? ''} />
        </p>
      )}
    </>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className={parts.group} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function EngineMemory() {
  const { handles, bytes } = useRunState((s) => s.memory);
  const { settings } = useWords().frame;
  const megabytes = sayNumber(bytes / 2 ** 20, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return (
    <p className={text.hint}>{say(settings.memory, { vectors: sayNumber(handles), megabytes })}</p>
  );
}
