/** Jumps to a section of a long screen. Buttons, not links: the address belongs to the router. */
import type { ReactNode } from 'react';

export interface SectionEntry {
  readonly name: string;
  readonly label: string;
  readonly note?: ReactNode;
}

export const sectionAnchor = (name: string): string => `section-${name}`;

/** Brings a section into view and puts the keyboard there. */
export function goToSection(name: string): void {
  const section = document.getElementById(sectionAnchor(name));
  section?.scrollIntoView({ block: 'start' });
  const first = section?.querySelector<HTMLElement>('input, textarea, [role="combobox"]');
  (first ?? section)?.focus({ preventScroll: true });
}

export function SectionNav({
  label,
  entries,
}: {
  label: string;
  entries: readonly SectionEntry[];
}) {
  return (
    <nav className="side-nav" aria-label={label}>
      {entries.map((entry) => (
        <button
          key={entry.name}
          type="button"
          onClick={() => {
            goToSection(entry.name);
          }}
        >
          {entry.label} {entry.note}
        </button>
      ))}
    </nav>
  );
}
