/**
 * The centre's session routes over real HTTP, with the faults a line can have. For tests of the
 * desktop alone; the real gateway is tried in the journeys.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { problem, problemCatalogue, type ProblemCode } from '../../../shared/errors/index.ts';

export interface FakeAccount {
  readonly account: string;
  password: string;
  readonly name: string;
  locked: boolean;
  mustChangePassword: boolean;
}

/** `portal`: somebody else answers in the centre's place. */
export type Line = 'good' | 'cut' | 'fault' | 'portal' | 'redirect' | 'huge' | 'silent';

export interface FakeCentre {
  readonly url: string;
  readonly accounts: Map<string, FakeAccount>;
  /** Refresh tokens that work now. */
  readonly live: Map<string, { account: string; access: string }>;
  /** `POST /api/session`, in the order received. */
  readonly requests: string[];
  line: Line;
  close(): Promise<void>;
}

const anyBody = z.record(z.string(), z.string());

export async function startFakeCentre(): Promise<FakeCentre> {
  const hieu = { account: 'hieu.vm', password: 'Mật khẩu 1', name: 'Võ Minh Hiếu' };
  const state: Omit<FakeCentre, 'url' | 'close'> = {
    accounts: new Map([[hieu.account, { ...hieu, locked: false, mustChangePassword: false }]]),
    live: new Map(),
    requests: [],
    line: 'good',
  };
  const server = createServer((request, response) => {
    void answer(state, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has such an address.
  const { port } = server.address() as AddressInfo;
  return Object.assign(state, {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

async function answer(
  state: Omit<FakeCentre, 'url' | 'close'>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const route = `${request.method ?? ''} ${request.url ?? ''}`;
  state.requests.push(route);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  if (misbehaved(state.line, request, response)) return;
  const text = Buffer.concat(chunks).toString('utf8');
  const body = text === '' ? {} : anyBody.parse(JSON.parse(text));
  const bearer = (request.headers.authorization ?? '').replace(/^Bearer /, '');
  switch (route) {
    case 'POST /api/session':
      return signIn(state, body, response);
    case 'POST /api/session/refresh':
      return refresh(state, body.refreshToken ?? '', response);
    case 'POST /api/session/password':
      return changePassword(state, bearer, body, response);
    case 'DELETE /api/session': {
      const [token] = [...state.live].find(([, { access }]) => access === bearer) ?? [];
      if (token === undefined) return refuse(response, 'SESSION_EXPIRED');
      state.live.delete(token);
      return void response.writeHead(204).end();
    }
    default:
      return refuse(response, 'NOT_FOUND');
  }
}

type State = Omit<FakeCentre, 'url' | 'close'>;

function misbehaved(line: Line, request: IncomingMessage, response: ServerResponse): boolean {
  switch (line) {
    case 'good':
      return false;
    case 'silent':
      return true;
    case 'cut':
      request.socket.destroy();
      return true;
    case 'fault':
      refuse(response, 'INTERNAL');
      return true;
    case 'portal':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Wi-Fi</h1>');
      return true;
    case 'redirect':
      response.writeHead(307, { location: '/elsewhere' }).end();
      return true;
    case 'huge':
      response.writeHead(200).end('x'.repeat(1_000_000));
      return true;
  }
}

function signIn(state: State, body: Record<string, string>, response: ServerResponse): void {
  const found = state.accounts.get((body.user ?? '').trim().toLowerCase());
  if (found?.locked) return refuse(response, 'ACCOUNT_LOCKED');
  if (found?.password !== body.password || !found) return refuse(response, 'SIGN_IN_FAILED');
  issue(state, found, response);
}

function refresh(state: State, token: string, response: ServerResponse): void {
  const found = state.accounts.get(state.live.get(token)?.account ?? '');
  if (!found) return refuse(response, 'SESSION_EXPIRED');
  state.live.delete(token);
  issue(state, found, response);
}

function changePassword(
  state: State,
  bearer: string,
  { current, next }: Record<string, string>,
  response: ServerResponse,
): void {
  const session = [...state.live.values()].find(({ access }) => access === bearer);
  const found = state.accounts.get(session?.account ?? '');
  if (!found) return refuse(response, 'SESSION_EXPIRED');
  if (found.password !== current) return refuse(response, 'SIGN_IN_FAILED');
  found.password = next ?? '';
  found.mustChangePassword = false;
  response.writeHead(204).end();
}

function issue(state: State, found: FakeAccount, response: ServerResponse): void {
  const refreshToken = `refresh-${randomBytes(6).toString('hex')}`;
  const accessToken = `access-${randomBytes(6).toString('hex')}`;
  state.live.set(refreshToken, { account: found.account, access: accessToken });
  const { account, name, mustChangePassword } = found;
  const session = {
    accessToken,
    refreshToken,
    expiresAtUtc: new Date(Date.now() + 600_000).toISOString(),
    account: { account, name, grants: [], mustChangePassword, certificates: [] },
    server: { name: 'Sở Nội vụ', epoch: 'e1' },
  };
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(session));
}

function refuse(response: ServerResponse, code: ProblemCode): void {
  const { status } = problemCatalogue[code];
  response
    .writeHead(status, { 'content-type': 'application/json' })
    .end(JSON.stringify({ error: problem(code) }));
}
