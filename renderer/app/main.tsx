// The renderer's entry.
import { createRoot } from 'react-dom/client';

const place = document.getElementById('root');
if (place) createRoot(place).render(<h1>Hồ sơ</h1>);
