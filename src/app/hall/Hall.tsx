/** What a hall has besides large type: panels alone on the screen, keys for who speaks, and what these put over the page. */

import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { figureTool } from '../../ui/charts/FigureTool';
import { Button } from '../../ui/controls/Button';
import { useWords } from '../../ui/Say';
import { HallScenes } from '../lecture/HallScenes';
import { SceneDialog } from '../lecture/SceneDialog';
import { Blank } from './Blank';
import { KeyList } from './KeyList';
import { keys, listenToKeys } from './keys';
import { PointerDot } from './PointerDot';
import { SpotlightButton } from './SpotlightButton';
import { followStage } from './spotlight';

export function Hall({ createWorker }: { readonly createWorker: () => Worker }) {
  const { hall } = useWords();
  const { blank, dot, listed, scenes } = useStore(keys);
  useEffect(() => {
    figureTool.setState({ Tool: SpotlightButton });
    const [leaveStage, leaveKeys] = [followStage(), listenToKeys()];
    return () => {
      figureTool.setState({ Tool: null });
      leaveStage();
      leaveKeys();
    };
  }, []);
  return (
    <>
      <HallScenes createWorker={createWorker} />
      <Button voice="quiet" aria-haspopup="dialog" onClick={() => keys.setState({ listed: true })}>
        {hall.keys}
      </Button>
      {createPortal(
        <>
          {listed ? <KeyList /> : null}
          {scenes ? <SceneDialog /> : null}
          {dot ? <PointerDot /> : null}
          {blank ? <Blank /> : null}
        </>,
        document.body,
      )}
    </>
  );
}
