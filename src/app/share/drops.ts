/** Runs that are dropped on the page, wherever nothing else takes what is dropped. */

import { load } from '../../compute/fault';
import { notify } from '../../session/notices';

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
    if (file === undefined) return;
    load(() => import('./openRunFile')).then(
      ({ openRunFile }) => openRunFile(file),
      () => notify({ key: 'run', tone: 'warning', message: ({ frame }) => frame.app.notLoaded }),
    );
  });
}
