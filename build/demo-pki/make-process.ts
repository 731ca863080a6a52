/** Entry of the process that makes the PKI: the order comes as one JSON argument. */
import { makeDemoPki, type MakeOrder } from './make.ts';

function parseOrder(text: string | undefined): MakeOrder {
  const order: unknown = JSON.parse(text ?? 'null');
  if (!isOrder(order)) throw new Error('expected an order of ensure.ts as the one argument');
  return order;
}

function isOrder(value: unknown): value is MakeOrder {
  if (typeof value !== 'object' || value === null) return false;
  return 'dir' in value && 'finalDir' in value && 'module' in value && 'fixtures' in value;
}

await makeDemoPki(parseOrder(process.argv[2]), new Date());
