/** The words of what is taken away of a figure. */

import { message } from '../message';

export const figures = {
  menu: message<{ title: string }>('Take away: {title}'),
  table: 'Data table',
  kinds: {
    csv: 'CSV',
    svg: 'SVG',
    png: 'PNG',
    transparent: 'PNG, transparent',
    pdf: 'PDF, vectors',
    copy: 'Copy as image',
  },
  copied: 'Copied: paste it into a document or a slide.',
  noCopy: 'This browser does not let the page copy pictures. PNG saves the same picture as a file.',
  notLoaded:
    'This part of the page could not be loaded. Is the network there? Press again once it is.',
  notMade: message<{ why: string }>('The file could not be made ({why}).'),
  noData: 'There is nothing to take away yet.',
  changed: 'Changed',
  asPreset: 'Settings as in the preset',
  tuned: 'Some settings moved while it trained; the link has the last ones.',
  iteration: 'Meta-iteration',
  beforehand: 'Trained beforehand',
  trainedFor: message<{ iterations: string }>('{iterations} meta-iterations'),
  trainedForAbout: message<{ least: string; most: string }>('{least} to {most} meta-iterations'),
  heldOut: 'Held-out tasks',
  colon: ': ',
  equals: ' = ',
  between: '; ',
  date: 'Date',
};
