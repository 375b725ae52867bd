import './ui/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { openLanguage } from './app/language';
import { openLecture } from './app/lectureAddress';

// What a link shows alone, or leaves out; without its code everything is shown.
if (/embed|show|hide|train|(?:lang|theme)=(?!en|zh|light|dark)|%23/.test(location.search)) {
  await import('./app/shown/open').then(({ openShown }) => openShown()).catch(() => {});
}
await openLanguage();
openLecture();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
