import { afterAll, beforeAll, expect, it } from 'vitest';
import { startCentre, type TestCentre, type TestClient } from '../../helpers/gateway.ts';
import { openLiveStream } from '../../helpers/live-stream.ts';
import { makeChange, personPatch } from '../../helpers/office-changes.ts';
import { everyone, otherSchool, school } from './people.ts';

let centre: TestCentre;
let clerk: TestClient;
let otherClerk: TestClient;

beforeAll(async () => {
  centre = await startCentre(everyone);
  clerk = await centre.signIn('vanthu.truong');
  otherClerk = await centre.signIn('vanthu.khac');
});
afterAll(() => centre.close());

const pushOne = (by: TestClient, unit: string) =>
  by.push([makeChange({ unit, author: by.stamp, patch: personPatch('Nguyễn Tín Hiệu') })]);

it('signals a change before any later one of the same unit, and none of other units', async () => {
  const stream = await openLiveStream(centre.url, clerk.session.accessToken);
  await pushOne(otherClerk, otherSchool);
  await pushOne(clerk, school);
  expect(await stream.next()).toEqual(['desk-h20-81-11']);
  await pushOne(clerk, school);
  expect(await stream.next()).toEqual(['desk-h20-81-11']);
  stream.close();
});

it('ends when the session is revoked', async () => {
  const own = await centre.signIn('vanthu.truong');
  const stream = await openLiveStream(centre.url, own.session.accessToken);
  await own.call('DELETE', '/api/session');
  expect(await stream.next()).toBeNull();
});

it('ends when the server closes, so that closing does not hang', async () => {
  const stream = await openLiveStream(centre.url, clerk.session.accessToken);
  const ended = stream.next();
  await centre.restart();
  expect(await ended).toBeNull();
});
