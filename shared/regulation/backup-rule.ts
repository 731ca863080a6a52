/**
 * How often the centre is backed up, how long the copies are kept, how often one is proven by restoring it.
 * Dated rows with their source; where several are in force, the stricter number of each kind applies.
 */
import type { CivilDate } from '../calendar/partial-date.ts';

export interface BackupDuties {
  /** Hours between two backups at most. */
  readonly everyHours: number;
  /** The newest backup of each of so many days, weeks (from Monday) and months is kept. */
  readonly keepDays: number;
  readonly keepWeeks: number;
  readonly keepMonths: number;
  /** Days between two proven restores at most. */
  readonly drillDays: number;
}

export interface BackupRuleRow {
  /** `national`, or the province by its code. */
  readonly scope: string;
  readonly value: Partial<BackupDuties>;
  readonly unit: 'hours, days, weeks, months';
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
  readonly source: string;
}

const own = 'Quy tắc nội bộ của phần mềm (docs/backup.md); không phải quy định của pháp luật';

export const backupRules: readonly BackupRuleRow[] = [
  {
    scope: 'national',
    value: { everyHours: 24, keepDays: 7, keepWeeks: 5, keepMonths: 12, drillDays: 90 },
    unit: 'hours, days, weeks, months',
    validFrom: '2026-11-01',
    validTo: null,
    source: own,
  },
  {
    scope: 'national',
    value: { everyHours: 24 * 28, keepMonths: 3 },
    unit: 'hours, days, weeks, months',
    validFrom: '2023-05-05',
    validTo: null,
    source: 'Thông tư 06/2023/TT-BNV, Điều 10: sao lưu hằng tháng, giữ ít nhất ba tháng',
  },
  {
    scope: 'H37',
    value: { everyHours: 24 },
    unit: 'hours, days, weeks, months',
    validFrom: '2022-04-01',
    validTo: null,
    source: 'QĐ 570/QĐ-UBND Lạng Sơn, Điều 9 khoản 2: sao lưu hằng ngày',
  },
  {
    scope: 'national',
    value: { drillDays: 90 },
    unit: 'hours, days, weeks, months',
    validFrom: '2026-07-01',
    validTo: null,
    source: 'QCVN 12:2026/BCA, 3.12: thử phục hồi mỗi quý',
  },
];

const loosest: BackupDuties = {
  everyHours: Number.POSITIVE_INFINITY,
  keepDays: 0,
  keepWeeks: 0,
  keepMonths: 0,
  drillDays: Number.POSITIVE_INFINITY,
};

/** What must be done in a province on a day: of each number the strictest in force. */
export function backupDutiesOn(
  day: CivilDate,
  province: string,
  rows: readonly BackupRuleRow[] = backupRules,
): BackupDuties {
  const here = rows.filter(({ scope }) => scope === 'national' || scope === province);
  const inForce = here.filter(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo),
  );
  // A clock set wrong must not leave the centre without any rule: then all of them hold.
  const rules = inForce.length > 0 ? inForce : here;
  return rules.reduce((strict, { value }) => stricter(strict, { ...loosest, ...value }), loosest);
}

function stricter(a: BackupDuties, b: BackupDuties): BackupDuties {
  return {
    everyHours: Math.min(a.everyHours, b.everyHours),
    keepDays: Math.max(a.keepDays, b.keepDays),
    keepWeeks: Math.max(a.keepWeeks, b.keepWeeks),
    keepMonths: Math.max(a.keepMonths, b.keepMonths),
    drillDays: Math.min(a.drillDays, b.drillDays),
  };
}

interface Dated {
  readonly snapshotAtUtc: string;
}

/**
 * The backups to keep: the newest of each of the last days, weeks and months that have one, and always the
 * newest. Counted in those that exist, so that a server that stood still for a year forgets nothing.
 */
export function backupsToKeep<Backup extends Dated>(
  backups: readonly Backup[],
  { keepDays, keepWeeks, keepMonths }: BackupDuties,
): readonly Backup[] {
  const newestFirst = backups.toSorted((a, b) => (a.snapshotAtUtc < b.snapshotAtUtc ? 1 : -1));
  const kept = new Set(newestFirst.slice(0, 1));
  const keep = (periodOf: (day: Date) => string, most: number) => {
    const periods = new Set<string>();
    for (const backup of newestFirst) {
      const period = periodOf(vietnamDay(backup.snapshotAtUtc));
      if (periods.has(period) || periods.size >= most) continue;
      periods.add(period);
      kept.add(backup);
    }
  };
  keep(isoDay, keepDays);
  keep((day) => isoDay(mondayOf(day)), keepWeeks);
  keep((day) => isoDay(day).slice(0, 7), keepMonths);
  return newestFirst.filter((backup) => kept.has(backup));
}

const dayMs = 86_400_000;
const vietnamOffsetMs = 7 * 3_600_000;

/** Midnight UTC of the civil day in Viet Nam. */
function vietnamDay(atUtc: string): Date {
  const localMs = Date.parse(atUtc) + vietnamOffsetMs;
  return new Date(localMs - (((localMs % dayMs) + dayMs) % dayMs));
}

const isoDay = (day: Date): string => day.toISOString().slice(0, 10);
const mondayOf = (day: Date): Date => new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * dayMs);
