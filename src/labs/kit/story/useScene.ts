/** Where a person is in the story of a lab, which its address says: from 1, or 0 outside of it. */

import { useAnyLab, useShared } from '../context';

export function useScene() {
  const lab = useAnyLab();
  const at = useShared((s) => (s.view.lesson === 'none' ? (s.view.story as number) : 0));
  return { at, go: (story: number) => lab.see({ story, lesson: 'none' }) };
}
