/** The dialog by which what is in sight is shared: over the page, and beside the rest of it. */

import { createRoot } from 'react-dom/client';
import { ShareDialog } from './ShareDialog';

export function openShare(): void {
  const opener = document.activeElement;
  const place = document.createElement('div');
  document.body.append(place);
  const root = createRoot(place);
  const close = () => {
    root.unmount();
    place.remove();
    if (opener instanceof HTMLElement) opener.focus();
  };
  root.render(<ShareDialog onClose={close} />);
}
