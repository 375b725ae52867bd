/** What the head of every figure has besides, as long as a part of the page puts it there. */

import type { ComponentType } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

export const figureTool = createStore<{ readonly Tool: ComponentType | null }>(() => ({
  Tool: null,
}));

export function FigureTool() {
  const { Tool } = useStore(figureTool);
  return Tool && <Tool />;
}
