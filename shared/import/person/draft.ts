/** What has been read of a person so far: sections may be missing or half filled. */
import type { DossierContent, SectionName } from '../../dossier/content.ts';

export type DraftContent = {
  readonly [S in SectionName]?: Partial<NonNullable<DossierContent[S]>>;
};

/** Both drafts together; where both say something, the second stands. */
export function mergeDrafts(first: DraftContent, second: DraftContent): DraftContent {
  return {
    identity: { ...first.identity, ...second.identity },
    belief: { ...first.belief, ...second.belief },
    contact: { ...first.contact, ...second.contact },
    party: { ...first.party, ...second.party },
    employment: { ...first.employment, ...second.employment },
    pay: { ...first.pay, ...second.pay },
    education: { ...first.education, ...second.education },
    languages: { ...first.languages, ...second.languages },
    note: { ...first.note, ...second.note },
  };
}

/** Without empty sections: a section with nothing in it is not written. */
export function withoutEmptySections(draft: DraftContent): DraftContent {
  return Object.fromEntries(
    Object.entries(draft).filter(([, section]) => Object.keys(section).length > 0),
  );
}
