/** Shorthand of the code lists: one line per code, one source (and its days) per block. */
import type { CatalogueRow } from '../catalogue.ts';

/** What a block of rows has in common. `unverified`: the document itself was not read. */
interface Block {
  readonly source: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly successor?: string;
  readonly unverified?: true;
}

/** The code, what it is called, how offices write it too, and what only this list has. */
export type Line<Extra extends object = object> = readonly [
  code: string,
  label: string,
  aliases?: readonly string[],
  extra?: Extra,
];

/** Rows of one block; what a line says of itself goes before what the block says. */
export function listing<Extra extends object = object>(
  block: Block,
  lines: readonly Line<Extra>[],
): readonly (CatalogueRow & Extra)[] {
  return lines.map(([code, label, aliases, extra]) => ({
    code,
    label,
    ...(aliases === undefined || aliases.length === 0 ? {} : { aliases }),
    ...block,
    ...(extra ?? ({} as Extra)),
  }));
}

/** The standing of a list whose words come from the printed form: item and circular. */
export const formItem = (item: string): string =>
  `Thông tư 06/2023/TT-BNV, mẫu Sơ yếu lý lịch, mục ${item}`;
