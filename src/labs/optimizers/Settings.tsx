/** Everything that can be set. */

import { useRef } from 'react';
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
import { racerLabel, racerNames } from './spec';
import { useLab, useLabState } from './useLab';

export function Settings() {
  const lab = useLab();
  const preset = useLabState((s) => presetOf(s.spec));
  return (
    <aside className={parts.settings} aria-label="Settings">
      <PresetSelect presets={presets} value={preset} onChange={(name) => lab.choosePreset(name)} />
      <Racers />
      <Group title="The race">
        <Controls names={['race', 'raceSteps', 'raceProblems']} />
      </Group>
      <Group title="Learned optimiser">
        <Controls names={['begin', 'hidden']} />
        <More title="Input and output">
          <Controls names={['preprocessing', 'outputScale']} />
        </More>
        <Files />
      </Group>
      <Group title="Meta-training">
        <Controls names={['family', 'objective', 'unroll', 'horizon', 'rate', 'seed']} />
        <More title="Problems">
          <Controls names={['dimension', 'problems', 'scaling']} />
        </More>
        <More title="Derivatives and length">
          <Controls names={['gradients', 'curriculum', 'decay', 'clip', 'iterations']} />
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

function Racers() {
  const lab = useLab();
  const chosen = useLabState((s) => s.spec.racers);
  const exploded = useRunState((s) => s.remarks.filter((r) => r.code === 'exploded'));
  const last = exploded.at(-1);
  return (
    <Compare
      names={racerNames}
      chosen={chosen}
      label={racerLabel}
      onChange={(next) => lab.change('racers', next)}
      remark={(name) =>
        name !== 'learned' || last === undefined ? null : (
          <em className={parts.diverged} title={`${last.message} ${last.hint}`}>
            ran away {exploded.length === 1 ? 'once' : `${exploded.length} times`}
          </em>
        )
      }
    />
  );
}

/** Bytes that no checkpoint of this lab reaches. */
const LARGEST_FILE = 8_000_000;

function Files() {
  const lab = useLab();
  const input = useRef<HTMLInputElement>(null);
  const checkpoint = useLabState((s) => s.checkpoint);
  const save = () => {
    const text = lab.exported();
    if (text === null) return;
    const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = 'learned-optimizer.json';
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  };
  const load = async (file: File | undefined) => {
    if (file === undefined) return;
    if (file.size > LARGEST_FILE) {
      notify({
        key: 'checkpoint',
        tone: 'error',
        message: `This checkpoint cannot be used: the file has ${(file.size / 1e6).toFixed(0)} MB, and none of this lab has more than 8.`,
      });
      return;
    }
    lab.load(await file.text());
  };
  return (
    <>
      {checkpoint === null ? null : (
        <>
          <p className={text.hint}>
            Began from an optimiser trained beforehand ({checkpoint.date}) by{' '}
            <code>{checkpoint.command}</code>.
          </p>
          <Button small onClick={() => lab.beginFromScratch()}>
            Begin from scratch
          </Button>
        </>
      )}
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label="Checkpoint file"
        onChange={(event) => {
          void load(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <Button small voice="quiet" onClick={save}>
        Save optimiser
      </Button>
      <Button small voice="quiet" onClick={() => input.current?.click()}>
        Load optimiser
      </Button>
    </>
  );
}
