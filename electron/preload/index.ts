// Preload of the main window.
export {};
