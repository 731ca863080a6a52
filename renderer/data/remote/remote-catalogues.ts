/** The department's edits for a browser: asked of the centre, and handed to `shared/catalogue` when they come. */
import { setCatalogueEdits } from '../../../shared/catalogue/index.ts';
import { cataloguesResponseSchema } from '../../../shared/contract/catalogues.ts';
import { editAtCentre } from '../gateway/catalogue-calls.ts';
import type { GatewayClient } from '../gateway/gateway-client.ts';
import { orThrow } from '../gateway/or-throw.ts';
import type { CataloguePort } from '../port/catalogues.ts';

export interface RemoteCatalogues {
  readonly port: CataloguePort;
  /** The centre may have other edits now. Without an answer the lists stay as they were known. */
  refresh(): void;
}

export function remoteCatalogues(client: GatewayClient, changed: () => void): RemoteCatalogues {
  const ask = () => client.get('/api/catalogues', cataloguesResponseSchema);
  return {
    port: {
      documents: async () => {
        const { catalogues } = orThrow(await ask());
        setCatalogueEdits(catalogues);
        return catalogues;
      },
      edit: editAtCentre(client),
    },
    refresh: () => {
      void ask().then((answer) => {
        if (!answer.ok) return;
        setCatalogueEdits(answer.value.catalogues);
        changed();
      });
    },
  };
}
