/**
 * What of the page a link shows: `?embed=1&show=plot,transport&hide=head&train=1&theme=dark` before the hash, so that
 * links within the page keep it.
 */

import { languageNames } from '../../words/words';
import { mendedText } from '../mendedHash';
import { type PartName, partNames } from './parts';

export interface Shown {
  /** Whether it stands within another page: without a header, as high as it is. */
  readonly embed: boolean;
  /** These alone; all of them where there are none. */
  readonly show: readonly PartName[];
  readonly hide: readonly PartName[];
  /** Whether training begins when it opens. */
  readonly train: boolean;
}

export const everything: Shown = { embed: false, show: [], hide: [], train: false };

const choices = { lang: languageNames, theme: ['light', 'dark'] } as const satisfies Record<
  string,
  readonly string[]
>;

/** @returns what is shown, and what it names that there is none of */
export function readShown(search: string): { readonly shown: Shown; readonly unknown: string[] } {
  const params = new URLSearchParams(mendedText(search));
  const listed = ['show', 'hide'].map((name): string[] => params.get(name)?.match(/\w+/g) ?? []);
  const [show, hide] = listed.map((names) => partNames.filter((part) => names.includes(part)));
  const isOn = (name: string) => /^(?:1|true|yes)?$/.test(params.get(name) ?? '0');
  return {
    shown: { embed: isOn('embed'), show: show!, hide: hide!, train: isOn('train') },
    unknown: [
      ...listed.flat().filter((name) => !partNames.some((part) => part === name)),
      ...Object.entries(choices).flatMap(([name, known]) => {
        const value = params.get(name);
        return value === null || known.some((each) => each === value)
          ? []
          : [`${name}=${value.slice(0, 12)}`];
      }),
    ],
  };
}

export const shows = ({ show, hide }: Shown, part: PartName): boolean =>
  !hide.includes(part) && (show.length === 0 || show.includes(part));

/** What a link says of how a page is shown, by the names that it has before the hash. */
const NAMES = ['embed', 'show', 'hide', 'train', 'theme', 'lecture'] as const;

/** Takes away all of it. */
export function forgetShown(params: URLSearchParams): void {
  for (const name of NAMES) params.delete(name);
}

/** Sets what is not as it is anyhow. */
export function writeShown(params: URLSearchParams, { embed, show, hide, train }: Shown): void {
  if (embed) params.set('embed', '1');
  if (show.length > 0) params.set('show', show.join(','));
  if (hide.length > 0) params.set('hide', hide.join(','));
  if (train) params.set('train', '1');
}
