/** The renderer's entry: in the desktop window with the bridge, in a browser without it. */
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { startI18n } from './i18n/i18n.ts';
import { openDoor } from './session/index.ts';
import './fonts.css';
import './base.css';
import './safety.css';

startI18n();
const place = document.getElementById('root');
if (place) createRoot(place).render(<App door={openDoor()} />);
