/** Code lists as dated rows with their source. The rows themselves are data files beside this one. */

export const catalogueNames = [
  'ethnicity',
  'religion',
  'category',
  'rank',
  'education',
  'politicalTheory',
  'informationTechnology',
] as const;
export type CatalogueName = (typeof catalogueNames)[number];

export interface CatalogueRow {
  readonly code: string;
  readonly label: string;
  /** Other spellings that offices write; folded when compared. */
  readonly aliases?: readonly string[];
  readonly validFrom?: string;
  readonly validTo?: string;
  /** Document and article. */
  readonly source: string;
  /** Marked in the sources as not verified: stays editable data. */
  readonly unverified?: boolean;
}

/** A rank or professional title: its pay group names the row of the pay table. */
export interface RankRow extends CatalogueRow {
  readonly payGroup: string;
  /** Groups that some holders are paid by instead, e.g. a `Cán sự` trained at intermediate level. */
  readonly otherPayGroups?: readonly string[];
}
