/** Máy tính: which PCs may open an account, and taking that right away. */
export { DevicesPage } from './devices-page.tsx';
