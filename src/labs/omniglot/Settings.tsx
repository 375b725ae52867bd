/** Everything that can be set. */

import { CharactersPanel } from '../../characters/CharactersPanel';
import { notify } from '../../session/notices';
import { Button } from '../../ui/controls/Button';
import text from '../../ui/text.module.css';
import { Compare } from '../parts/Compare';
import { useRunState } from '../parts/context';
import { EngineTimes } from '../parts/EngineTimes';
import { PresetSelect } from '../parts/PresetSelect';
import parts from '../parts/parts.module.css';
import { Controls, EngineMemory, Group, More } from '../parts/SettingsParts';
import { presetOf } from './address';
import { presets } from './presets';
import { fields, LEAST_CHARACTERS, methodLabels, methodNames, type TrainedName } from './spec';
import { recipeOf } from './trained/recipes';
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
        <Characters />
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

/** The characters in use, and the way to others. */
function Characters() {
  const lab = useLab();
  const source = useLabState((s) => s.shown?.source);
  const wanted = useLabState((s) => s.running.characters);
  const moved = useRunState((s) => s.remarks.filter((r) => r.code === 'other-characters'));
  /** A run that has not begun takes the new characters, another keeps its own. */
  const changed = (message: string) => {
    if (lab.store.getState().spec.characters !== 'omniglot') return;
    if (lab.run.store.getState().iteration === 0) {
      lab.reset();
      return;
    }
    notify({
      key: 'characters',
      tone: 'info',
      message,
      hint: 'The run goes on with the characters that it began with until this page is loaded again; Reset begins one with these.',
    });
  };
  return (
    <CharactersPanel
      source={source}
      wanted={wanted}
      least={LEAST_CHARACTERS}
      onBrought={() => lab.change('characters', 'omniglot')}
      onChanged={changed}
    >
      {moved.map((remark) => (
        <p key={remark.iteration} className={text.hint} role="note">
          <b>{remark.message}</b> {remark.hint}
        </p>
      ))}
    </CharactersPanel>
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
      <details className={text.more}>
        <summary>
          {checkpoints.length === 1 ? 'One method' : `${checkpoints.length} methods`} trained
          beforehand
        </summary>
        <ul className={text.hint}>
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
