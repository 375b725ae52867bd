/** Everything that can be set. */

import { Button } from '../../ui/controls/Button';
import { Compare } from '../parts/Compare';
import { useRunState } from '../parts/context';
import { EngineTimes } from '../parts/EngineTimes';
import { PresetSelect } from '../parts/PresetSelect';
import parts from '../parts/parts.module.css';
import { Controls, EngineMemory, Group, More } from '../parts/SettingsParts';
import { presetOf } from './address';
import { CharactersPanel } from './CharactersPanel';
import { looks } from './looks';
import { presets } from './presets';
import { recipeOf } from './recipes';
import { fields, methodLabels, methodNames, type TrainedName } from './spec';
import { useLab, useLabState } from './useLab';

export function Settings() {
  const lab = useLab();
  const preset = useLabState((s) => presetOf(s.spec));
  return (
    <aside className={parts.settings} aria-label="Settings">
      <PresetSelect presets={presets} value={preset} onChange={(name) => lab.choosePreset(name)} />
      <Methods />
      <Group title="Tasks">
        <Controls names={['ways', 'shots', 'queries', 'statistics', 'characters']} />
        <CharactersPanel />
      </Group>
      <Group title="On a new task">
        <Controls names={['innerRate', 'testSteps']} />
        <More title="Reptile, and the last layer">
          <Controls names={['reptileTestSteps', 'headRate', 'headSteps']} />
        </More>
      </Group>
      <Group title="Meta-training">
        <Controls names={['begin']} />
        <Beginning />
        <Controls names={['metaRate', 'seed']} />
        <More title="Network">
          <Controls names={['network', 'filters', 'pooling']} />
        </More>
        <More title="Length and jitter">
          <Controls names={['iterations', 'decay', 'jitter']} />
        </More>
        <More title="MAML’s tasks">
          <Controls names={['tasks', 'trainQueries', 'innerSteps']} />
        </More>
        <More title="Reptile">
          <Controls
            names={['reptileShots', 'reptileSteps', 'reptileBatch', 'reptileRate', 'reptileOuter']}
          />
        </More>
        <More title="Embeddings, joint training">
          <Controls names={['metricWays', 'metricShots', 'metricQueries', 'jointBatch']} />
        </More>
      </Group>
      <Group title="Engine">
        <Controls names={['engine']} />
        <EngineTimes />
        <EngineMemory />
      </Group>
      {preset === 'custom' ? null : <p className={parts.source}>{presets[preset].source}</p>}
    </aside>
  );
}

function Methods() {
  const lab = useLab();
  const chosen = useLabState((s) => s.spec.methods);
  const lost = useRunState((s) => s.remarks.filter((r) => r.code === 'diverged'));
  return (
    <Compare
      names={methodNames}
      chosen={chosen}
      looks={looks}
      label={(name) => methodLabels[name]}
      onChange={(next) => lab.change('methods', next)}
      remark={(name) => {
        const remark = lost.find((r) => r.subject === name);
        return remark === undefined ? null : (
          <em className={parts.diverged} title={`${remark.message} ${remark.hint}`}>
            diverged
          </em>
        );
      }}
    />
  );
}

/** Where the trained methods came from. */
function Beginning() {
  const lab = useLab();
  const checkpoints = useLabState((s) => Object.values(s.checkpoints));
  const first = checkpoints[0];
  if (first === undefined) return null;
  return (
    <>
      <details className={parts.more}>
        <summary>
          {checkpoints.length === 1 ? 'One method' : `${checkpoints.length} methods`} trained
          beforehand
        </summary>
        <ul className={parts.hint}>
          {checkpoints.map((about) => (
            <li key={about.method}>
              {methodLabels[about.method]}: {about.iterations.toLocaleString('en')} meta-iterations,{' '}
              {about.date}, <code>{about.command}</code>
              {ownSettings(about.method)}
            </li>
          ))}
        </ul>
      </details>
      <Button small onClick={() => lab.beginFromScratch()}>
        Begin from scratch
      </Button>
    </>
  );
}

/** Settings of training that recipes may have as their own. */
const recipeFields = ['tasks', 'jitter', 'metricWays', 'metricQueries'] as const;

/** Where a method's recipe differs from the preset that ships it. */
function ownSettings(method: TrainedName): string {
  const { spec } = recipeOf(method, 1, null);
  const shipped = presets['omniglot-5way-1shot'].spec;
  return recipeFields
    .filter((name) => spec[name] !== shipped[name])
    .map((name) => `; ${fields[name].label.toLowerCase()} ${spec[name]}`)
    .join('');
}
