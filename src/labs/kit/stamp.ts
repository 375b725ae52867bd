/** What a figure of a lab says of its run: the preset and what differs from it, seed, engine, where the training is, and a link. */

import { engineLabel } from '../../session/phrases';
import { hashOf } from '../../spec/address';
import type { Field, Fields, SpecOf } from '../../spec/field';
import type { AnyForm } from '../../spec/mending';
import { presetOf } from '../../spec/preset';
import { nearestPreset, shortAddress } from '../../spec/short';
import { changedFields } from '../../spec/spec';
import type { Row, Stamp } from '../../ui/charts/stamp';
import type { Measured } from '../../ui/charts/table';
import { say, sayList, sayNumber } from '../../words/format';
import { type Words, words } from '../../words/words';
import { undone } from './changes';
import { type AnyLab, fieldWords, type Shown } from './context';
import { inSight } from './inSight';
import type { AnyStamped } from './stamped';

interface Given extends Omit<Shown, 'lab'> {
  readonly form: AnyForm;
  readonly stamped: () => Promise<AnyStamped>;
}

/** Of that lab, as long as it is in sight. @param of what the figure's numbers are: behind the run, while it trains */
export async function stampOf(
  lab: AnyLab | null,
  shown: Given,
  of: Measured | null,
): Promise<Stamp | null> {
  const { form } = shown;
  if (lab === null || inSight.getState().lab !== lab) return null;
  const stamped = await shown.stamped();
  const all = words();
  const { figures, frame } = all;
  const state = lab.store.getState();
  const run = lab.run.store.getState();
  const { spec: wanted, view } = state;
  const running = state.running as SpecOf<Fields>;
  const fields: Fields = form.fields;
  // The run's own settings, with what is hidden still hidden.
  const spec = undone(fields, { spec: wanted as SpecOf<Fields>, running });
  const own = presetOf(fields, form.presets, spec, form.like);
  const near = own === 'custom' ? nearestPreset(form, spec) : own;
  const preset = form.presets[near].spec as SpecOf<Fields>;
  const differing = changedFields(fields, preset, spec).filter(
    (name) => name !== 'seed' && name !== 'engine' && name !== 'workers',
  );
  const label = shown.wordsOf(all).presets[near]?.label ?? near;
  const iteration = of?.iteration ?? state.lookBack ?? run.iteration;
  const seed = String(spec.seed);
  const engine =
    run.engine === null ? frame.settings.fields.engine.options.auto : engineLabel(all, run.engine);
  const address = shortAddress(form, { spec, view: view as SpecOf<Fields> });
  const hash = hashOf(lab.definition.name, address);
  const settings = differing.map((name) => settingOf(all, shown, name, fields[name]!, spec[name]));
  return {
    place: lab.definition.name,
    run: [`seed-${seed}`, `iteration-${iteration}`],
    lines: [
      [
        { label: frame.labs[lab.definition.name as keyof typeof frame.labs], value: '' },
        { label: frame.settings.preset, value: label },
        settings.length === 0
          ? { label: figures.asPreset, value: '' }
          : { label: figures.changed, value: settings.join(figures.between) },
        ...(state.tuned ? [{ label: figures.tuned, value: '' }] : []),
      ],
      [
        { label: fieldWords(all, shown, 'seed').label, value: seed },
        { label: fieldWords(all, shown, 'engine').label, value: engine },
        { label: figures.iteration, value: sayNumber(iteration) },
        ...beforehand(all, stamped.beforehand?.(state) ?? []),
        ...((of && stamped.rowsOf?.(all, state, of, run.remarks)) ?? []),
        ...(of?.tasks ? [{ label: figures.heldOut, value: sayNumber(of.tasks) }] : []),
      ] satisfies Row[],
    ],
    link: `${location.origin}${location.pathname}${hash}`,
  };
}

/** Where the run began from what was trained beforehand, its own meta-iterations are not all. */
function beforehand({ figures }: Words, trained: readonly number[]): readonly Row[] {
  if (trained.length === 0) return [];
  const [least, most] = [Math.min(...trained), Math.max(...trained)].map((n) => sayNumber(n));
  const value =
    least === most
      ? say(figures.trainedFor, { iterations: most! })
      : say(figures.trainedForAbout, { least: least!, most: most! });
  return [{ label: figures.beforehand, value }];
}

/** A setting and its value, in words where there are some. */
function settingOf(
  all: Words,
  shown: Given,
  name: string,
  field: Field<unknown>,
  value: unknown,
): string {
  const { label, unit, options } = fieldWords(all, shown, name);
  const contenders: Readonly<Record<string, { readonly label: string } | undefined>> =
    all.contenders;
  const said = (one: string) => options?.[one] ?? contenders[one]?.label ?? one.replace('-', '−');
  const text =
    field.control.kind === 'set'
      ? sayList((value as readonly string[]).map(said))
      : said(field.format(value));
  return `${label}${all.figures.equals}${text}${unit === undefined ? '' : ` ${unit}`}`;
}
