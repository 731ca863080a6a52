/** What has been read of a person so far: sections may be missing or half filled. */
import type { DossierContent, SectionName } from '../../dossier/content.ts';

export type DraftContent = {
  readonly [S in SectionName]?: Partial<NonNullable<DossierContent[S]>>;
};

/** Both drafts together, section by section; where both say something, the second stands. */
export function mergeDrafts(first: DraftContent, second: DraftContent): DraftContent {
  const names = new Set([...Object.keys(first), ...Object.keys(second)] as SectionName[]);
  return Object.fromEntries(
    [...names].map((name) => [name, { ...first[name], ...second[name] }] as const),
  );
}

/** Without empty sections: a section with nothing in it is not written. */
export function withoutEmptySections(draft: DraftContent): DraftContent {
  return Object.fromEntries(
    Object.entries(draft).filter(([, section]) => Object.keys(section).length > 0),
  );
}
