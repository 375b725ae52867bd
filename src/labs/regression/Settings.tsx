/** Everything that can be set, in the papers' words. */

import { algorithmNames, algorithms } from '../../algorithms/registry';
import text from '../../ui/text.module.css';
import { Compare } from '../parts/Compare';
import { useRunState } from '../parts/context';
import { EngineTimes } from '../parts/EngineTimes';
import { PresetSelect } from '../parts/PresetSelect';
import parts from '../parts/parts.module.css';
import { Controls, EngineMemory, Group, More } from '../parts/SettingsParts';
import { presetOf } from './address';
import { presets } from './presets';
import { useLab, useLabState } from './useLab';

export function Settings() {
  const lab = useLab();
  const preset = useLabState((s) => presetOf(s.spec));
  const task = useLabState((s) => s.spec.task);
  const hasReptile = useLabState((s) => s.spec.contenders.includes('reptile'));
  return (
    <aside className={parts.settings} aria-label="Settings">
      <PresetSelect presets={presets} value={preset} onChange={(name) => lab.choosePreset(name)} />
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
        <p className={text.hint}>
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

function Contenders() {
  const lab = useLab();
  const chosen = useLabState((s) => s.spec.contenders);
  const running = useLabState((s) => s.running.contenders);
  const started = useRunState((s) => s.iteration > 0);
  const diverged = useRunState((s) => s.remarks.filter((r) => r.code === 'diverged'));
  return (
    <Compare
      names={algorithmNames}
      chosen={chosen}
      label={(name) => algorithms[name].label}
      onChange={(next) => lab.change('contenders', next)}
      remark={(name) => {
        const remark = diverged.find((r) => r.subject === name);
        const late = started && chosen.includes(name) && !running.includes(name);
        return (
          <>
            {remark === undefined ? null : (
              <em className={parts.diverged} title={remark.hint}>
                diverged at {remark.iteration.toLocaleString('en')}
              </em>
            )}
            {late ? <em className={parts.late}>after restart</em> : null}
          </>
        );
      }}
    />
  );
}
