/** A button that opens files of a person's disk. */

import { type ComponentProps, useRef } from 'react';
import { Button } from './Button';

interface FileButtonProps extends Omit<ComponentProps<typeof Button>, 'onClick'> {
  /** Kinds of files, as browsers want them. */
  readonly accept: string;
  /** What is chosen, for those who meet the choice itself. */
  readonly label: string;
  readonly multiple?: boolean;
  /** Hears of at least one; of one alone unless there may be several. */
  readonly onFiles: (files: readonly [File, ...File[]]) => void;
}

export function FileButton({
  accept,
  label,
  multiple = false,
  onFiles,
  ...button
}: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accept}
        multiple={multiple}
        hidden
        aria-label={label}
        onChange={({ currentTarget }) => {
          const [first, ...others] = currentTarget.files ?? [];
          // The same file, mended, is another choice.
          currentTarget.value = '';
          if (first !== undefined) onFiles([first, ...others]);
        }}
      />
      <Button {...button} onClick={() => input.current?.click()} />
    </>
  );
}
