/** The options by which a document is read, out of a query. */
import type { ReadOptions } from '../../store/document-store.ts';
import type { Parameters } from './request-query.ts';

export function readOptionsOf(parameters: Parameters): ReadOptions {
  const rev = parameters.text('rev');
  return {
    ...(rev === undefined ? {} : { rev }),
    revs: parameters.flag('revs') ?? false,
    conflicts: parameters.flag('conflicts') ?? parameters.flag('meta') ?? false,
    attachments: parameters.flag('attachments') ?? false,
    latest: parameters.flag('latest') ?? false,
  };
}
