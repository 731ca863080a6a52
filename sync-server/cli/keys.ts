/**
 * `hoso keys`: the keys of sensitive sections, looked at and changed on the server itself. With the embedded store
 * the server must be stopped meanwhile: it would neither hear of the writes nor hold the new key. Each change goes
 * on record as done by `server`; a command that was cut short is simply given again.
 */
import { rewrapCourierKeys } from '../courier/courier-keys.ts';
import { rewrapUnitKeys } from '../sensitive/rewrap.ts';
import { resealUnit } from '../sensitive/reseal.ts';
import { listUnitKeys } from '../sensitive/unit-keys.ts';
import { renewServerKey } from '../keys/server-keys.ts';
import type { Services } from '../http/services.ts';
import { holdAlone } from '../store/embedded/data-lock.ts';
import { UsageError } from './usage-error.ts';
import { withServices } from './with-services.ts';

/** @throws ProblemError RESTORE_SERVER_RUNNING while a server works on the embedded store */
const changing = (dataDir: string, work: (services: Services) => Promise<void>): Promise<void> => {
  const run = () => withServices(dataDir, work);
  return process.env.STORE_URL === undefined ? holdAlone(dataDir, run) : run();
};

const say = (line: string) => process.stdout.write(`${line}\n`);

export const listKeys = (dataDir: string): Promise<void> =>
  withServices(dataDir, async ({ store, keys }) => {
    const unitKeys = await listUnitKeys(store);
    for (const id of keys.ring.ids) {
      const count = unitKeys.filter(({ wrapped }) => wrapped.key === id).length;
      const mark = id === keys.ring.currentId ? ' (đang dùng)' : '';
      say(`Khóa máy chủ ${id}${mark}: bọc ${count} khóa đơn vị`);
    }
    for (const { unit, number, madeAtUtc, wrapped } of unitKeys)
      say(`${unit}  khóa ${number}  tạo ${madeAtUtc}  bọc bởi ${wrapped.key}`);
  });

export interface UnitChoice {
  readonly unit?: string | undefined;
  readonly all?: true | undefined;
}

async function unitsOf({ units }: Services, { unit, all }: UnitChoice): Promise<readonly string[]> {
  const known = await units.codes();
  if (all) return [...known];
  if (unit === undefined) throw new UsageError('Cần --unit <mã> hoặc --all.');
  if (!known.has(unit)) throw new UsageError(`Không có đơn vị ${unit}.`);
  return [unit];
}

async function reseal(services: Services, unit: string, outcome: string): Promise<void> {
  const sealed = await resealUnit(services, unit);
  const { audit } = services;
  audit.record({ event: `keys.${outcome}`, account: 'server', target: unit, outcome: 'done' });
  say(`${unit}: đã mã hóa lại ${sealed} tài liệu.`);
}

/** A new key for each unit; everything of the unit is sealed again under it. */
export const rotateUnitKeys = (dataDir: string, choice: UnitChoice): Promise<void> =>
  changing(dataDir, async (services) => {
    for (const unit of await unitsOf(services, choice)) {
      await services.unitKeys.renew(unit);
      await reseal(services, unit, 'rotate');
    }
  });

/** No new key: what still stands in clear, or under an older key since a run was cut short, is sealed. */
export const sealUnits = (dataDir: string, choice: UnitChoice): Promise<void> =>
  changing(dataDir, async (services) => {
    for (const unit of await unitsOf(services, choice)) await reseal(services, unit, 'seal');
  });

/** With keys from the environment the operator sets the new one; then this wraps again what lies under older ones. */
export const rotateServerKey = (dataDir: string): Promise<void> =>
  changing(dataDir, async ({ store, keys, audit }) => {
    const fromEnvironment = process.env.HOSO_SERVER_KEY !== undefined;
    const renewed = fromEnvironment ? keys : await renewServerKey(dataDir);
    if (!renewed) throw new UsageError('Không có keys.json trong thư mục dữ liệu.');
    const { ring } = renewed;
    const count = await rewrapUnitKeys(store, ring);
    const courierCount = await rewrapCourierKeys(store, ring);
    audit.record({
      event: 'keys.rotateServer',
      account: 'server',
      target: ring.currentId,
      outcome: 'done',
    });
    say(`Khóa máy chủ ${ring.currentId} đang dùng; đã bọc lại ${count} khóa đơn vị.`);
    say(`Khóa của gói chuyển bằng USB: đã bọc lại ${courierCount}.`);
    say('Khóa cũ vẫn được giữ: bản sao lưu cũ và bản chụp chưa bọc lại còn cần đến.');
  });
