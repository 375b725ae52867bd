/** Where the learned optimiser comes from, and how it goes into a file and out of one. */

import { useRef } from 'react';
import { Button } from '../../ui/controls/Button';
import { Say, useWords } from '../../ui/Say';
import { saveFile } from '../../ui/saveFile';
import text from '../../ui/text.module.css';
import { textOfFile } from '../kit/checkpointFile';
import { useLab, useLabState } from './hooks';

export function FileButtons() {
  const lab = useLab();
  const { files } = useWords().optimizers;
  const input = useRef<HTMLInputElement>(null);
  const save = () => {
    const optimizer = lab.exported();
    if (optimizer !== null) saveFile('learned-optimizer.json', optimizer, 'application/json');
  };
  return (
    <>
      <Beginning />
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={files.choose}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) void lab.load(() => textOfFile(file));
          event.target.value = '';
        }}
      />
      <Button small voice="quiet" onClick={save}>
        {files.save}
      </Button>
      <Button small voice="quiet" onClick={() => input.current?.click()}>
        {files.load}
      </Button>
    </>
  );
}

/** What the run began from, if that was trained. */
function Beginning() {
  const lab = useLab();
  const { files } = useWords().optimizers;
  const origin = useLabState((s) => s.origin);
  if (origin === null) return null;
  const { loaded, date, command } = origin;
  return (
    <>
      <p className={text.hint}>
        <Say message={loaded ? files.loaded : files.began} values={{ date, command }} />
      </p>
      <Button small onClick={() => lab.beginFromScratch()}>
        {files.scratch}
      </Button>
    </>
  );
}
