/** The real application on made-up data, for screenshots. */
import { createRoot } from 'react-dom/client';
import { App } from '../../../renderer/app/app.tsx';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import '../../../renderer/fonts.css';
import '../../../renderer/base.css';
import '../../../renderer/safety.css';
import { sceneDoor } from './scenes.ts';

startI18n();
const place = document.getElementById('root');
if (place) createRoot(place).render(<App door={sceneDoor(new URLSearchParams(location.search))} />);
