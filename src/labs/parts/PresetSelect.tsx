/** The choice of a preset; settings that are none are called custom. */

import { Select } from '../../ui/controls/FieldControl';

interface PresetSelectProps<Name extends string> {
  readonly presets: Readonly<Record<Name, { readonly label: string }>>;
  readonly value: Name | 'custom';
  readonly onChange: (name: Name) => void;
}

export function PresetSelect<Name extends string>({
  presets,
  value,
  onChange,
}: PresetSelectProps<Name>) {
  const options = Object.entries<{ readonly label: string }>(presets).map(([name, { label }]) => ({
    value: name,
    label,
  }));
  const custom = { value: 'custom', label: 'Custom settings' };
  return (
    <Select
      label="Preset"
      options={value === 'custom' ? [custom, ...options] : options}
      value={value}
      onChange={(name) => {
        if (name !== 'custom') onChange(name as Name);
      }}
    />
  );
}
