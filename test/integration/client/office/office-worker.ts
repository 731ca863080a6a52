/** An office in a thread of its own: RxDB allows thirteen collections per process, which is two offices. */
import { parentPort } from 'node:worker_threads';
import type { DataPort } from '../../../../renderer/data/port/data-port.ts';
import { newPerson, openData, signIn, type Person, type SignedIn } from '../clients.ts';
import type { OfficeAnswer, OfficeCall } from './office-thread.ts';

let office: DataPort | null = null;
let signedIn: SignedIn | null = null;

function opened(): DataPort {
  if (!office) throw new Error('the office is not open');
  return office;
}

async function handle(call: OfficeCall): Promise<unknown> {
  switch (call.does) {
    case 'open':
      // The gateway limits sign-ins per minute; a restart of the program needs none.
      signedIn ??= await signIn(call.url, call.person as Person);
      office = await openData(call.url, signedIn, { databaseName: call.databaseName });
      return null;
    case 'submit': {
      const drafts = call.names.map((name) => newPerson(name, { unit: call.unit }));
      return opened().submit(drafts);
    }
    case 'move':
      return opened().move(call.ids, call.to, call.reason);
    case 'changes':
      return opened().changes({});
    case 'delivery':
      return [...(await opened().delivery(call.ids))];
    case 'refused':
      return opened().refused();
    case 'state':
      return opened().sync.state();
    case 'sync':
      return opened().sync.syncNow();
    case 'close': {
      const closing = opened();
      office = null;
      return closing.close();
    }
  }
}

parentPort?.on('message', ({ id, call }: { id: number; call: OfficeCall }) => {
  const answer = (body: OfficeAnswer) => parentPort?.postMessage(body);
  handle(call).then(
    (value) => answer({ id, value }),
    (error: unknown) => answer({ id, error: String(error) }),
  );
});
