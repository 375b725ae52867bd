/** What of its lab a scene keeps out of sight, and where it leads the eye. */

import { useEffect } from 'react';
import type { Hidden } from './lesson';

/** Keeps parts of the lab out of sight. */
export function useHidden(parts: readonly Hidden[] | undefined): void {
  useEffect(() => {
    if (parts === undefined) return;
    const { dataset } = document.documentElement;
    dataset.hides = parts.join(' ');
    return () => {
      delete dataset.hides;
    };
  }, [parts]);
}

/** What stands below the stage is loaded when it is near: so the page goes there, once there is a place to go to. */
export function useBelow(wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return;
    document.getElementById('how')?.scrollIntoView();
    const timer = setInterval(() => {
      const place = document.querySelector('[data-part="microscope"], [data-part="study"]');
      if (place === null) return;
      clearInterval(timer);
      place.scrollIntoView();
    }, 200);
    return () => {
      clearInterval(timer);
      scrollTo({ top: 0 });
    };
  }, [wanted]);
}
