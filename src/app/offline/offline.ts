/** Keeps the page for when there is no network, and offers a newer one when it is there: never by itself, never in a run. */

import { dismiss, notify } from '../../session/notices';
import { loadWords } from '../../words/words';

const NOTICE = 'update';
/** Milliseconds. */
const PATIENCE = 3000;

/** Registers what keeps the page. Where that is not possible, or data are to be saved, the page works as it does without. */
export async function keepOffline(): Promise<void> {
  // Frames without storage, old browsers and pages that were not sent safely have none. Within another page nobody comes back to it.
  if (!('serviceWorker' in navigator) || savesData() || 'embed' in document.documentElement.dataset)
    return;
  const { serviceWorker } = navigator;
  try {
    const registration = await serviceWorker.register('./service-worker.js');
    if (registration.waiting !== null) await offer(registration, registration.waiting);
    registration.addEventListener('updatefound', () => {
      const next = registration.installing;
      next?.addEventListener('statechange', () => {
        // The first one of all replaces nothing.
        if (next.state === 'installed' && serviceWorker.controller !== null)
          offer(registration, next).catch(() => {});
      });
    });
  } catch {
    // The page is there all the same.
  }
}

const savesData = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

async function offer(registration: ServiceWorkerRegistration, next: ServiceWorker): Promise<void> {
  await loadWords('offline');
  notify({
    key: NOTICE,
    tone: 'info',
    message: ({ offline }) => offline.newer,
    hint: ({ offline }) => offline.keeps,
    action: {
      label: ({ offline }) => offline.load,
      act() {
        dismiss(NOTICE);
        void change(registration, next);
      },
    },
  });
}

/** To the newer one. Where the older does not give way, as when one of its workers computes, it is done without either. */
async function change(registration: ServiceWorkerRegistration, next: ServiceWorker): Promise<void> {
  const changed = new Promise<void>((resolve) => {
    navigator.serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true });
  });
  const late = new Promise<'late'>((resolve) => setTimeout(resolve, PATIENCE, 'late'));
  next.postMessage({ type: 'SKIP_WAITING' });
  // The page then comes from the network, and is kept anew.
  if ((await Promise.race([changed, late])) === 'late') await registration.unregister();
  location.reload();
}
