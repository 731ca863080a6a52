// Preload of the PIN window.
export {};
