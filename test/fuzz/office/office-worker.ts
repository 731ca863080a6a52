/** A thread with two PCs: RxDB allows thirteen collections per process, which is two of them. */
import { parentPort } from 'node:worker_threads';
import { randomUUID } from 'node:crypto';
import { done } from '../../../shared/errors/index.ts';
import type { SignText } from '../../../renderer/data/port/data-port.ts';
import { createSoftwareCa, type SoftwareSigner } from '../../helpers/software-signer.ts';
import type { OfficeAnswer, OfficeCall, Trust } from './calls.ts';
import { wipeDatabases } from './disk.ts';
import { openSeat, type Seat } from './seat.ts';

const seats = new Map<number, Seat>();
let signer: SoftwareSigner | null = null;

const sign: SignText = async (text) => {
  if (!signer) throw new Error('nobody signs at this PC');
  return done({ signature: await signer.sign(text), certificateSha256: '0'.repeat(64) });
};

async function makeSigner(): Promise<Trust> {
  const ca = await createSoftwareCa();
  signer = await ca.issue('Người Phê Duyệt');
  return { caPem: ca.pem, certificatePem: signer.certificatePem };
}

function seatOf(number: number): Seat {
  const seat = seats.get(number);
  if (!seat) throw new Error(`nobody sits at ${number}`);
  return seat;
}

async function handle(call: OfficeCall): Promise<unknown> {
  switch (call.does) {
    case 'makeSigner':
      return makeSigner();
    case 'open':
      seats.set(call.seat, await openSeat(`pc-${randomUUID()}`, call.start, sign));
      return null;
    case 'act':
      return seatOf(call.seat).act(call.act);
    case 'sync':
      return seatOf(call.seat).sync();
    case 'calm':
      return seatOf(call.seat).calm();
    case 'standing':
      return seatOf(call.seat).standing();
    case 'end':
      await Promise.all([...seats.values()].map((seat) => seat.close()));
      seats.clear();
      wipeDatabases();
      return null;
  }
}

parentPort?.on('message', ({ id, call }: { id: number; call: OfficeCall }) => {
  const answer = (body: OfficeAnswer) => parentPort?.postMessage(body);
  handle(call).then(
    (value) => answer({ id, value: value ?? null }),
    (error: unknown) =>
      answer({
        id,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
  );
});
