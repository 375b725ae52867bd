/** The run in sight as a file and as a link, and runs of others opened from files. */

import { inSight } from '../../labs/kit/inSight';
import { formatRun } from '../../labs/kit/runs/runFile';
import { MOST_STATE, MOST_WEIGHTS, stateText, weightsIn } from '../../labs/kit/runs/state';
import type { Scened } from '../../labs/kit/story/scenes';
import { Button } from '../../ui/controls/Button';
import { FileButton } from '../../ui/controls/FileButton';
import { useWords } from '../../ui/Say';
import { saveFile } from '../../ui/saveFile';
import text from '../../ui/text.module.css';
import { say } from '../../words/format';
import { Copied } from './Copied';
import { linkTo, type PartProps } from './link';
import { openRunFile } from './openRunFile';
import styles from './share.module.css';

export function RunPart({ hash, choice, close }: PartProps) {
  const { runs } = useWords();
  const { lab } = inSight.getState();
  const put = (lab as unknown as Scened | null)?.put() ?? null;
  return (
    <>
      <p className={text.hint}>{runs.what}</p>
      <div className={styles.means}>
        <Button voice="primary" disabled={put === null} onClick={save}>
          {runs.save}
        </Button>
        <FileButton
          accept=".json,application/json"
          label={runs.open}
          onFiles={([file]) => {
            void openRunFile(file);
            close();
          }}
        >
          {runs.open}
        </FileButton>
      </div>
      {put === null ? <p className={text.hint}>{runs.none}</p> : null}
      <StateLink hash={hash} choice={choice} resume={put?.run.resume ?? null} />
    </>
  );
}

function save(): void {
  const { lab } = inSight.getState();
  const put = (lab as unknown as Scened | null)?.put() ?? null;
  if (lab === null || put === null) return;
  const { name } = lab.definition;
  const { engine } = lab.run.store.getState();
  const saved = new Date().toISOString();
  const file = formatRun({ lab: name, saved, engine, address: String(lab.address), put });
  saveFile(`${name}-run-${put.run.resume.iteration}.json`, file, 'application/json');
}

interface StateLinkProps extends Pick<PartProps, 'hash' | 'choice'> {
  readonly resume: { readonly iteration: number } | null;
}

/** A link that brings what was learned, where that is little enough. */
function StateLink({ hash, choice, resume }: StateLinkProps) {
  const { runs, share } = useWords();
  if (resume === null || resume.iteration === 0)
    return <p className={text.hint}>{runs.untrained}</p>;
  const weights = weightsIn(resume);
  // What is far too much is not even put into letters.
  const state = weights > 2 * MOST_WEIGHTS ? null : stateText(resume);
  if (state === null || state.length > MOST_STATE) {
    return <p className={text.hint}>{say(runs.stateTooLong, { weights, most: MOST_WEIGHTS })}</p>;
  }
  const link = linkTo(hash.replace(/&v=3$/, `&state=${state}&v=3`), choice);
  return (
    <>
      <Copied
        label={runs.stateLink}
        text={link}
        copy={share.copyLink}
        copied={share.linkCopied}
        rows={4}
      />
      <p className={text.hint}>
        {say(runs.stateWhat, { at: resume.iteration, length: link.length })}
      </p>
    </>
  );
}
