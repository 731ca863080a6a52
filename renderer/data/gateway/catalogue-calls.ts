/** Editing a code list is asked of the centre, in an office as in a browser. */
import { catalogueDocumentSchema } from '../../../shared/catalogue/index.ts';
import type { CataloguePort } from '../port/catalogues.ts';
import type { GatewayClient } from './gateway-client.ts';

export const editAtCentre =
  (client: GatewayClient): CataloguePort['edit'] =>
  (name, request) =>
    client.post(`/api/catalogues/${name}/edits`, request, catalogueDocumentSchema);
