/** A place to drop files on, with the button that opens the same files. */

import { type ComponentProps, type DragEvent, useState } from 'react';
import { FileButton } from './FileButton';
import styles from './fileDrop.module.css';

interface FileDropProps extends ComponentProps<typeof FileButton> {
  /** What can be dropped. */
  readonly what: string;
  readonly onDropped: (dropped: DataTransfer) => void;
}

export function FileDrop({ what, onDropped, className, ...button }: FileDropProps) {
  const [over, setOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer.files.length > 0) onDropped(event.dataTransfer);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button in it opens the same files
    <div
      className={`${styles.drop} ${className ?? ''}`}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <span>{what}</span>
      <FileButton small {...button} />
    </div>
  );
}
