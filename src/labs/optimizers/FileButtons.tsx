/** Where the learned optimiser comes from, and how it goes into a file and out of one. */

import { Button } from '../../ui/controls/Button';
import { FileButton } from '../../ui/controls/FileButton';
import { Say, useWords } from '../../ui/Say';
import { saveFile } from '../../ui/saveFile';
import text from '../../ui/text.module.css';
import { textOfFile } from '../kit/checkpointFile';
import { useLab, useLabState } from './hooks';

export function FileButtons() {
  const lab = useLab();
  const { files } = useWords().optimizers;
  const save = () => {
    const optimizer = lab.exported();
    if (optimizer !== null) saveFile('learned-optimizer.json', optimizer, 'application/json');
  };
  return (
    <>
      <Beginning />
      <Button small voice="quiet" onClick={save}>
        {files.save}
      </Button>
      <FileButton
        small
        voice="quiet"
        accept=".json,application/json"
        label={files.choose}
        onFiles={([file]) => void lab.load(() => textOfFile(file))}
      >
        {files.load}
      </FileButton>
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
