/** Jumps to a section of a long screen. Buttons, not links: the address belongs to the router. */
import type { ReactNode } from 'react';

export interface SectionEntry {
  readonly name: string;
  readonly label: string;
  /** Item number on the paper form; empty when it has none. */
  readonly item?: string;
  readonly note?: ReactNode;
}

export const sectionAnchor = (name: string): string => `section-${name}`;

/** Where a person goes on by keyboard in a section: its first box, else its first button, else itself. */
function firstStop(section: HTMLElement | null): HTMLElement | null {
  const box = section?.querySelector<HTMLElement>('input, textarea, [role="combobox"]');
  return box ?? section?.querySelector<HTMLElement>('button') ?? section;
}

/** Brings a section into view and puts the keyboard there. */
export function goToSection(name: string): void {
  const section = document.getElementById(sectionAnchor(name));
  section?.scrollIntoView({ block: 'start' });
  firstStop(section)?.focus({ preventScroll: true });
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
          {entry.item ? <span className="item-number">{entry.item}. </span> : null}
          {entry.label} {entry.note}
        </button>
      ))}
    </nav>
  );
}
