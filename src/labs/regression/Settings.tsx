/** Everything that can be set, in the papers' words. */

import { type ReactNode, useId } from 'react';
import { algorithmNames, algorithms } from '../../algorithms/registry';
import { Swatch } from '../../ui/charts/layers';
import { FieldControl, Select } from '../../ui/controls/FieldControl';
import { presetOf } from './address';
import { EngineTimes } from './EngineTimes';
import { pendingFields } from './lab';
import { looks } from './looks';
import { type PresetName, presetNames, presets } from './presets';
import styles from './regression.module.css';
import { type FieldName, fields, liveFields, type RegressionSpec } from './spec';
import { useLab, useLabState, useRunState } from './useLab';

const live = new Set<FieldName>(liveFields);

const presetOptions = [
  ...presetNames.map((value) => ({
    value: value as string,
    label: presets[value].label as string,
  })),
];

export function Settings() {
  const lab = useLab();
  const preset = useLabState((s) => presetOf(s.spec));
  const task = useLabState((s) => s.spec.task);
  const hasReptile = useLabState((s) => s.spec.contenders.includes('reptile'));
  const options =
    preset === 'custom'
      ? [{ value: 'custom', label: 'Custom settings' }, ...presetOptions]
      : presetOptions;
  return (
    <aside className={styles.settings} aria-label="Settings">
      <Select
        label="Preset"
        options={options}
        value={preset}
        onChange={(name) => {
          if (name !== 'custom') lab.choosePreset(name as PresetName);
        }}
      />
      <Contenders />
      <Group title="Task">
        <Controls
          names={
            task === 'sinusoid'
              ? ['task', 'shots', 'amplitude', 'phase']
              : ['task', 'shots', 'a', 'b', 'c', 'd']
          }
        />
        <More title="Points and noise">
          <Controls names={['queries', 'inputRange', 'inputs', 'noise']} />
        </More>
      </Group>
      <Group title="Inner loop">
        <Controls names={['innerRate', 'innerSteps', 'testSteps']} />
      </Group>
      <Group title="Outer loop">
        <Controls names={['outerRate', 'metaBatch', 'seed']} />
        <More title="Optimiser and length">
          <Controls names={['outerOptimizer', 'iterations']} />
        </More>
        {hasReptile ? (
          <More title="Reptile">
            <Controls names={['reptileSteps', 'reptileBatch', 'reptileOptimizer', 'reptileRate']} />
          </More>
        ) : null}
      </Group>
      <Group title="Held-out tasks">
        <p className={styles.hint}>
          Move these out of the training range to see where adaptation fails.
        </p>
        <Controls
          names={
            task === 'sinusoid'
              ? ['testAmplitude', 'testPhase', 'testInputRange']
              : ['testScale', 'testInputRange']
          }
        />
      </Group>
      <Group title="Network and engine">
        <Controls names={['hidden', 'activation', 'initialiser', 'engine']} />
        <EngineTimes />
        <EngineMemory />
      </Group>
      {preset === 'custom' ? null : <p className={styles.source}>{presets[preset].source}</p>}
    </aside>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function More({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details className={styles.more}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

function Controls({ names }: { readonly names: readonly FieldName[] }) {
  return names.map((name) => <Control key={name} name={name} />);
}

function Control<K extends FieldName>({ name }: { readonly name: K }) {
  const lab = useLab();
  const value = useLabState((s) => s.spec[name]);
  const pending = useLabState((s) => pendingFields(s).includes(name));
  const training = useRunState((s) => s.phase === 'training');
  const state = pending ? 'pending' : training && live.has(name) ? 'live' : undefined;
  return (
    <FieldControl<RegressionSpec[K]>
      name={name}
      field={fields[name] as never}
      value={value}
      state={state}
      onChange={(next) => lab.change(name, next)}
    />
  );
}

function EngineMemory() {
  const { handles, bytes } = useRunState((s) => s.memory);
  return (
    <p className={styles.hint}>
      The engine holds {handles.toLocaleString('en')} vectors, {(bytes / 2 ** 20).toFixed(1)} MB.
    </p>
  );
}

/** The contenders, which is also the legend of every chart. */
function Contenders() {
  const lab = useLab();
  const chosen = useLabState((s) => s.spec.contenders);
  const running = useLabState((s) => s.running.contenders);
  const started = useRunState((s) => s.iteration > 0);
  const diverged = useRunState((s) => s.remarks.filter((r) => r.code === 'diverged'));
  return (
    <section className={styles.group} aria-label="Compare">
      <h2>Compare</h2>
      {algorithmNames.map((name) => {
        const checked = chosen.includes(name);
        const remark = diverged.find((r) => r.subject === name);
        const late = started && checked && !running.includes(name);
        return (
          <label key={name} className={styles.contender}>
            <input
              type="checkbox"
              checked={checked}
              // At least one contender stays.
              disabled={checked && chosen.length === 1}
              onChange={() =>
                lab.change(
                  'contenders',
                  algorithmNames.filter((n) => (n === name ? !checked : chosen.includes(n))),
                )
              }
            />
            <Swatch look={looks[name]} />
            <span>{algorithms[name].label}</span>
            {remark === undefined ? null : (
              <em className={styles.diverged} title={remark.hint}>
                diverged at {remark.iteration.toLocaleString('en')}
              </em>
            )}
            {late ? <em className={styles.late}>after restart</em> : null}
          </label>
        );
      })}
    </section>
  );
}
