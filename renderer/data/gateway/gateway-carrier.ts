/** Handing a bundle in over HTTP, as the text that it is. */
import { takenBundleSchema } from '../../../shared/contract/courier.ts';
import type { Carrier } from '../port/courier.ts';
import type { GatewayClient } from './gateway-client.ts';
import { readAnswer } from './read-answer.ts';

export function gatewayCarrier(client: GatewayClient): Carrier {
  return {
    handIn: async (text) => {
      const headers = { 'content-type': 'text/plain' };
      const init = { method: 'POST', headers, body: new TextEncoder().encode(text) };
      const answer = await client.raw('/api/courier/bundles', init);
      return answer.ok ? readAnswer(answer.value, takenBundleSchema) : answer;
    },
  };
}
