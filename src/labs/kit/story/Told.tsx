/** A story in the words of its lab, once they are here. */

import type { ComponentProps } from 'react';
import { useWords } from '../../../ui/Say';
import { type SceneWords, StoryCard } from './StoryCard';
import type { StoryName } from './story';

type ToldProps = Omit<ComponentProps<typeof StoryCard>, 'said'> & { readonly lab: StoryName };

export function Told({ lab, ...props }: ToldProps) {
  const { stories } = useWords();
  const said = stories[lab].scenes as Readonly<Record<string, SceneWords>>;
  return <StoryCard {...props} said={said} />;
}
