/**
 * The centre's session routes over real HTTP, with the faults a line can have. For tests of the
 * desktop alone; the real gateway is tried in the journeys.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { newDevice, registrationOf } from '../../../electron/vault/device.ts';
import { problem, problemCatalogue, type ProblemCode } from '../../../shared/errors/index.ts';

export interface FakeAccount {
  readonly account: string;
  password: string;
  readonly name: string;
  locked: boolean;
  mustChangePassword: boolean;
}

/** `portal`: somebody else answers in the centre's place. */
export type Line = 'good' | 'cut' | 'fault' | 'portal' | 'redirect' | 'huge';

interface State {
  readonly accounts: Map<string, FakeAccount>;
  /** Refresh tokens that work now. */
  readonly live: Map<string, { account: string; access: string; device: string | null }>;
  /** Registered PCs and the session each was registered by. */
  readonly devices: Map<string, string>;
  readonly revoked: Set<string>;
  /** An account has as many PCs as it may have. */
  full: boolean;
  /** Method and path, in the order received. */
  readonly requests: string[];
  line: Line;
}

export interface FakeCentre extends State {
  readonly url: string;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export async function startFakeCentre(): Promise<FakeCentre> {
  const hieu = { account: 'hieu.vm', password: 'Mật khẩu 1', name: 'Võ Minh Hiếu' };
  const state: State = {
    accounts: new Map([[hieu.account, { ...hieu, locked: false, mustChangePassword: false }]]),
    live: new Map(),
    devices: new Map(),
    revoked: new Set(),
    full: false,
    requests: [],
    line: 'good',
  };
  const server = createServer((request, response) => {
    void serve(state, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has such an address.
  const { port } = server.address() as AddressInfo;
  return Object.assign(state, {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  });
}

async function serve(state: State, request: IncomingMessage, response: ServerResponse) {
  const route = `${request.method ?? ''} ${request.url ?? ''}`;
  state.requests.push(route);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  if (state.line === 'cut') {
    request.socket.destroy();
    return;
  }
  const bearer = (request.headers.authorization ?? '').replace(/^Bearer /, '');
  const text = Buffer.concat(chunks).toString('utf8');
  const { status, headers, body } =
    faults[state.line] ?? answerTo(state, route, bearer, bodyOf(text));
  response.writeHead(status, headers).end(body);
}

const faults: Partial<Record<Line, Answer>> = {
  fault: refusal('INTERNAL'),
  portal: { status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>Wi-Fi</h1>' },
  redirect: { status: 307, headers: { location: '/elsewhere' } },
  huge: { status: 200, body: 'x'.repeat(1_000_000) },
};

type Body = Readonly<Record<string, unknown>>;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const bodyOf = (text: string): Body =>
  text === '' ? {} : z.record(z.string(), z.unknown()).parse(JSON.parse(text));

function answerTo(state: State, route: string, bearer: string, body: Body): Answer {
  switch (route) {
    case 'POST /api/session':
      return signIn(state, body);
    case 'POST /api/session/refresh':
      return refresh(state, textOf(body['refreshToken']));
    case 'POST /api/devices':
      return registerDevice(state, bearer, textOf(body['id']));
    case 'POST /api/session/password':
      return changePassword(state, bearer, body);
    case 'DELETE /api/session':
      return signOut(state, bearer);
    default:
      return refusal('NOT_FOUND');
  }
}

function signIn(state: State, { user, password, device }: Body): Answer {
  if (state.revoked.has(textOf(device))) return refusal('DEVICE_REVOKED');
  const found = state.accounts.get(textOf(user).trim().toLowerCase());
  if (found?.locked) return refusal('ACCOUNT_LOCKED');
  if (!found || found.password !== password) return refusal('SIGN_IN_FAILED');
  return issue(state, found, textOf(device) || null);
}

function registerDevice(state: State, bearer: string, id: string): Answer {
  const session = [...state.live.values()].find(({ access }) => access === bearer);
  if (!session) return refusal('SESSION_EXPIRED');
  session.device = id;
  if (state.full && !state.devices.has(id)) return refusal('DEVICES_TOO_MANY', { most: 20 });
  state.devices.set(id, session.account);
  return json(201, registeredAs(id, session.account));
}

const centreKeys = registrationOf(newDevice('centre'));

/** As a real centre answers: the device, and the centre's keys for bundles. */
function registeredAs(id: string, account: string): Body {
  const { signingKey, encryptionKey } = centreKeys;
  const seen = '2026-11-22T03:00:00.000Z';
  return {
    id,
    account,
    name: 'PC-1',
    firstSeenAtUtc: seen,
    lastSeenAtUtc: seen,
    revokedAtUtc: null,
    revokedBy: null,
    current: true,
    centre: { id: 'centre-1', signingKey, encryptionKey },
  };
}

function refresh(state: State, token: string): Answer {
  const session = state.live.get(token);
  if (state.revoked.has(session?.device ?? '')) return refusal('DEVICE_REVOKED');
  const found = state.accounts.get(session?.account ?? '');
  state.live.delete(token);
  return found ? issue(state, found, session?.device ?? null) : refusal('SESSION_EXPIRED');
}

function changePassword(state: State, bearer: string, { current, next }: Body): Answer {
  const session = [...state.live.values()].find(({ access }) => access === bearer);
  const found = state.accounts.get(session?.account ?? '');
  if (!found) return refusal('SESSION_EXPIRED');
  if (found.password !== current) return refusal('SIGN_IN_FAILED');
  found.password = textOf(next);
  found.mustChangePassword = false;
  return { status: 204 };
}

function signOut(state: State, bearer: string): Answer {
  const [token] = [...state.live].find(([, { access }]) => access === bearer) ?? [];
  if (token === undefined) return refusal('SESSION_EXPIRED');
  state.live.delete(token);
  return { status: 204 };
}

function issue(
  state: State,
  { account, name, mustChangePassword }: FakeAccount,
  device: string | null,
): Answer {
  const refreshToken = `refresh-${randomBytes(6).toString('hex')}`;
  const accessToken = `access-${randomBytes(6).toString('hex')}`;
  state.live.set(refreshToken, { account, access: accessToken, device });
  return json(200, {
    accessToken,
    refreshToken,
    expiresAtUtc: new Date(Date.now() + 600_000).toISOString(),
    account: { account, name, grants: [], mustChangePassword, certificates: [] },
    server: { name: 'Sở Nội vụ', epoch: 'e1' },
  });
}

function refusal(code: ProblemCode, details: Readonly<Record<string, number>> = {}): Answer {
  return json(problemCatalogue[code].status, { error: problem(code, details) });
}

function json(status: number, body: unknown): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
