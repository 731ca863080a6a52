/** The disk of this PC. */
export const keeping = {
  low: 'The disk of this PC is filling up ({{megabytes}} MB left). Work is still saved; make room before it is full.',
  full: 'The disk of this PC is nearly full ({{megabytes}} MB left): nothing more is saved or received for now. What was saved is still there, and what you are entering is still on the screen. Make room, then save again.',
  rebuilding:
    'The data is being rebuilt from the centre (needs the network). Unsent work is still on this PC.',
  unreadable:
    '{{count}} unsent steps on this PC cannot be read. They are left on the disk as they are; do not reinstall, tell your administrator.',
} as const;
