/**
 * What an address brings besides settings: a state in itself (`state=…`), or the name of a run that lies beside the page
 * (`run=…`, in the folder `runs`). Loaded where an address is not as the page writes it.
 */

import { emptySeries } from '../../../session/series';
import { isCut, SHORT } from '../../../spec/address';
import { type AnyForm, mended } from '../../../spec/mending';
import { encodeSpec, type Problem } from '../../../spec/spec';
import { say } from '../../../words/format';
import type { AnyLab } from '../context';
import type { Put } from '../story/ahead';
import type { Scened } from '../story/scenes';
import { parseRun, RunError } from './runFile';
import { readState } from './state';
import { openRun, takeRun, tellUnusable } from './takeRun';

interface Brought {
  readonly params: URLSearchParams;
  readonly problems: readonly Problem[];
  /** Gives a lab that was opened what the address brings. */
  readonly give: (lab: AnyLab) => void;
}

export function broughtBy(form: AnyForm, given: URLSearchParams): Brought {
  const params = new URLSearchParams(given);
  const [state, run] = [params.get('state'), params.get('run')];
  params.delete('state');
  params.delete('run');
  // What was cut is what it ends in, and no setting.
  const isLost = isCut(form, given) && ['state', 'run'].includes([...given.keys()].at(-1)!);
  if (isLost) params.append(...SHORT);
  const give = (lab: AnyLab) => {
    const taking = isLost
      ? Promise.reject(new RunError({ code: 'cut' }))
      : state !== null
        ? takeState(lab, state)
        : run !== null
          ? takeShipped(lab, run)
          : null;
    taking?.catch(tellUnusable);
  };
  return { ...mended(form, params), give };
}

async function takeState(lab: AnyLab, text: string): Promise<void> {
  const resume = readState(text) as Put['run']['resume'] | null;
  const at = resume?.iteration;
  if (resume === null || at === undefined || !Number.isInteger(at) || at < 0) {
    throw new RunError({ code: 'damaged' });
  }
  const { definition, store } = lab as unknown as Scened & {
    readonly definition: { readonly origin: unknown };
  };
  const { spec, view } = store.getState();
  const put: Put = {
    run: { series: { ...emptySeries, last: at }, kept: [], resume, remarks: [] },
    running: String(encodeSpec(definition.fields, spec)),
    extra: { tuned: false, origin: definition.origin },
  };
  await takeRun(lab, { spec, view, put, told: (words) => say(words.runs.brought, { at }) });
}

async function takeShipped(lab: AnyLab, name: string): Promise<void> {
  const file = `runs/${name}.json`;
  // Names of files, and no way to others.
  if (!/^[\w-]{1,80}$/.test(name)) throw new RunError({ code: 'unreachable', file: name });
  const response = await fetch(`${import.meta.env.BASE_URL}${file}`).catch(() => null);
  // Some hosts answer with a page in place of what they do not have.
  const isPage = response?.headers.get('content-type')?.includes('html') ?? false;
  if (response?.ok !== true || isPage) throw new RunError({ code: 'unreachable', file });
  await openRun(lab, parseRun(await response.text()));
}
