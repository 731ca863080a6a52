/** The product's sealer under a key of the tests: a test that opens a database again finds its rows. */
import type { Sealer } from '../../renderer/data/local/store/sealer.ts';
import {
  importSealingKey,
  webCryptoSealer,
} from '../../renderer/data/local/store/web-crypto-sealer.ts';

export async function testSealer(databaseName: string): Promise<Sealer> {
  return webCryptoSealer(await importSealingKey(new Uint8Array(32).fill(11)), databaseName);
}
