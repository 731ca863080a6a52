/** The department's edits of the code lists. The rows themselves are asked of `shared/catalogue`, everywhere. */
import type { CatalogueDocument, CatalogueName } from '../../../shared/catalogue/index.ts';
import type { CatalogueEditRequest } from '../../../shared/contract/catalogues.ts';
import type { Result } from '../../../shared/errors/index.ts';

export interface CataloguePort {
  /** The lists that were edited, with their history; on a PC as the centre last told it. */
  documents(): Promise<readonly CatalogueDocument[]>;
  /** Made at the centre, so it needs a line; answers the list's document. */
  edit(name: CatalogueName, request: CatalogueEditRequest): Promise<Result<CatalogueDocument>>;
}
