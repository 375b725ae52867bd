/** Runs that are dropped on the page, wherever nothing else takes what is dropped. */

import { openRunFile } from './openRunFile';

export function takeDrops(): void {
  const holdsFiles = ({ dataTransfer }: DragEvent) =>
    dataTransfer?.types.includes('Files') ?? false;
  addEventListener('dragover', (event) => {
    // Else the browser would leave the page for the file.
    if (holdsFiles(event)) event.preventDefault();
  });
  addEventListener('drop', (event) => {
    if (event.defaultPrevented || !holdsFiles(event)) return;
    event.preventDefault();
    const [file] = event.dataTransfer?.files ?? [];
    if (file !== undefined) void openRunFile(file);
  });
}
