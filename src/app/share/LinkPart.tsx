/** A link to what is in sight. */

import { isLab } from '../../labs/names';
import { useWords } from '../../ui/Say';
import text from '../../ui/text.module.css';
import { say } from '../../words/format';
import { Choices } from './Choices';
import { Copied } from './Copied';
import { linkTo, type PartProps, placeInSight } from './link';

export function LinkPart({ hash, choice, onChoice }: PartProps) {
  const { share } = useWords();
  const link = linkTo(hash, choice);
  const said = isLab(placeInSight()) ? say(share.what, { count: link.length }) : share.whatElse;
  return (
    <>
      <Copied label={share.link} text={link} copy={share.copyLink} copied={share.linkCopied} />
      <p className={text.hint}>{said}</p>
      <Choices choice={choice} onChoice={onChoice} lecture />
    </>
  );
}
