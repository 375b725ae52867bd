/** Everything that can be set, in the papers' words. */

import { algorithmNames, algorithms } from '../../algorithms/registry';
import { Swatch } from '../../ui/charts/layers';
import { Select } from '../../ui/controls/FieldControl';
import { useRunState } from '../parts/context';
import { EngineTimes } from '../parts/EngineTimes';
import parts from '../parts/parts.module.css';
import { Controls, EngineMemory, Group, More } from '../parts/SettingsParts';
import { presetOf } from './address';
import { looks } from './looks';
import { type PresetName, presetNames, presets } from './presets';
import { useLab, useLabState } from './useLab';

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
    <aside className={parts.settings} aria-label="Settings">
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
        <p className={parts.hint}>
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
      {preset === 'custom' ? null : <p className={parts.source}>{presets[preset].source}</p>}
    </aside>
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
    <section className={parts.group} aria-label="Compare">
      <h2>Compare</h2>
      {algorithmNames.map((name) => {
        const checked = chosen.includes(name);
        const remark = diverged.find((r) => r.subject === name);
        const late = started && checked && !running.includes(name);
        return (
          <label key={name} className={parts.contender}>
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
              <em className={parts.diverged} title={remark.hint}>
                diverged at {remark.iteration.toLocaleString('en')}
              </em>
            )}
            {late ? <em className={parts.late}>after restart</em> : null}
          </label>
        );
      })}
    </section>
  );
}
