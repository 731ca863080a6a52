/** What a person feels on an office PC with 20 units and 10,000 dossiers on its disk. */
import { recordsDatabase } from '../../../shared/unit/unit.ts';
import { foldText } from '../../../shared/vietnamese/fold.ts';
import type { ChangeDraft } from '../../../renderer/data/port/data-port.ts';
import { bareAppends } from '../measure/fsync.ts';
import { ms, times, type Benchmark, type BenchContext, type Row } from '../measure/row.ts';
import { interleave, median, percentile } from '../measure/statistics.ts';
import type { BenchBrowser } from '../page/browser.ts';
import { dossier, dossierContent, dossierId } from '../seed/dossiers.ts';
import { bulk } from '../seed/installation.ts';
import { serve } from '../server/served.ts';

const top = 'H20.81';
const schools = Array.from({ length: 19 }, (_, row) => `${top}.${11 + row}`);
const codes = [top, ...schools];
const unitOf = (number: number): string => codes[number % codes.length] ?? top;

interface Office {
  readonly context: BenchContext;
  readonly browser: BenchBrowser;
  readonly token: string;
  readonly count: number;
}

async function openOffice(context: BenchContext): Promise<Office> {
  const count = context.quick ? 2000 : 10_000;
  const place = await serve(context, {
    page: true,
    units: [
      { code: 'H20', kind: 'province', parent: null },
      { code: top, kind: 'commune', parent: 'H20' },
      ...schools.map((code) => ({ code, kind: 'school', parent: top }) as const),
    ],
    accounts: [{ user: 'clerk', grants: [{ role: 'clerk', unit: top }] }],
    seed: async (store) => {
      const all = Array.from({ length: count }, (_, number) => number);
      for (const code of codes)
        await bulk(
          store,
          recordsDatabase(code),
          all
            .filter((number) => unitOf(number) === code)
            .map((number) => ({ ...dossier(number, code, 'full') })),
        );
    },
  });
  const clerk = place.signedIn('clerk');
  const browser = await place.browser();
  context.atEnd(() => browser.close());
  await browser.call('firstSync', clerk, count);
  return { context, browser, token: clerk.token, count };
}

async function nothingNew({ context, browser, token }: Office): Promise<readonly Row[]> {
  const requests: number[] = [];
  await browser.call('quiet');
  const taken = await interleave(context.quick ? 5 : 30, {
    ours: async () => {
      const sync = await browser.call('nothingNew');
      requests.push(sync.requests.length);
      return sync.ms;
    },
    bare: () => browser.call('bareGet', token),
  });
  const most = Math.max(...requests);
  const single = requests.filter((count) => count === 1).length;
  const figures = { units: codes.length, requests, ...taken };
  const [ours, bare] = [median(taken.ours), median(taken.bare)];
  return [
    {
      name: `nothing-new sync, ${codes.length} units: requests`,
      ours: most === 1 ? '1' : `1 in ${single} of ${requests.length}, most ${most}`,
      against: '–',
      ratio: '–',
      budget: '1, ≤ 2 round trips',
      met: most === 1,
      figures,
    },
    {
      name: `nothing-new sync, ${codes.length} units: time`,
      ours: ms(ours),
      against: `${ms(bare)} bare GET`,
      ratio: times(ours / bare),
      budget: '–',
      met: null,
      figures,
    },
  ];
}

/** What a person types, letter by letter. */
function keystrokes(): readonly string[] {
  const typed = [
    'nguyen van an',
    'tran thi huong',
    'le minh',
    '08790000',
    'giao vien',
    'Đặng Ngọc Ánh',
  ];
  return typed.flatMap((text) => Array.from(text, (_, at) => text.slice(0, at + 1)));
}

async function search({ context, browser, count }: Office): Promise<readonly Row[]> {
  const texts = keystrokes();
  const lines = Array.from({ length: count }, (_, number) => {
    const { identity, employment } = dossierContent(number, 0);
    return foldText(
      `${identity.fullName} ${identity.identityNumber} ${employment?.position ?? ''}`,
    );
  });
  const bareTexts = texts.map(foldText);
  const all: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  for (let round = 0; round < (context.quick ? 1 : 5); round += 1) {
    all.ours.push(...(await browser.call('search', texts)));
    all.bare.push(...(await browser.call('bareSearches', lines, bareTexts)));
  }
  const ours = percentile(all.ours, 0.95);
  const bare = percentile(all.bare, 0.95);
  return [
    {
      name: `search keystroke, ${count} dossiers (p95)`,
      ours: ms(ours),
      against: `${ms(bare)} bare filter`,
      ratio: times(ours / bare),
      budget: '≤ 16 ms p95',
      met: ours <= 16,
      figures: { count, oursP50: median(all.ours), bareP50: median(all.bare), ours, bare },
    },
  ];
}

async function openOne({ context, browser, count }: Office): Promise<readonly Row[]> {
  const asked = context.quick ? 50 : 300;
  const numbers = Array.from({ length: asked }, (_, at) => (at * 7919) % count);
  const ids = numbers.map(dossierId);
  const all = Array.from({ length: count }, (_, number) => dossierId(number));
  await browser.call('keepText', all, JSON.stringify(dossier(1, top, 'full')));
  const taken: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  for (let from = 0; from < ids.length; from += 50) {
    const some = ids.slice(from, from + 50);
    taken.ours.push(...(await browser.call('openDossiers', some)));
    taken.bare.push(...(await browser.call('bareLookups', some)));
  }
  const ours = percentile(taken.ours, 0.95);
  const bare = percentile(taken.bare, 0.95);
  return [
    {
      name: 'open a dossier (p95)',
      ours: ms(ours),
      against: `${ms(bare)} IndexedDB get`,
      ratio: times(ours / bare),
      budget: '≤ 100 ms p95',
      met: ours <= 100,
      figures: {
        count,
        asked,
        oursP50: median(taken.ours),
        bareP50: median(taken.bare),
        ours,
        bare,
      },
    },
  ];
}

function draft(number: number): ChangeDraft {
  return {
    unit: unitOf(number),
    dossier: dossierId(number),
    kind: 'amend',
    baseVersion: 15,
    patch: { employment: { position: 'Tổ trưởng chuyên môn' }, note: { text: 'x'.repeat(1500) } },
    clockFrom: '2026-10-01',
  };
}

/** There is no journal yet, so the budget cannot be asked; how fast IndexedDB saves is shown. */
async function save({ context, browser }: Office): Promise<readonly Row[]> {
  const folder = await context.folder();
  const drafts = Array.from({ length: context.quick ? 10 : 60 }, (_, number) => draft(number));
  const bytes = Buffer.byteLength(JSON.stringify(drafts[0])) + 600;
  const taken: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  for (let from = 0; from < drafts.length; from += 10) {
    taken.ours.push(...(await browser.call('save', drafts.slice(from, from + 10))));
    taken.bare.push(...bareAppends(folder, bytes, 10));
  }
  const [ours, bare] = [median(taken.ours), median(taken.bare)];
  return [
    {
      name: 'save a change (IndexedDB, strict; no journal)',
      ours: ms(ours),
      against: `${ms(bare)} append + fsync`,
      ratio: times(ours / bare),
      budget: 'n/a (journal)',
      met: null,
      figures: { bytes, oursP95: percentile(taken.ours, 0.95), ours, bare },
    },
  ];
}

async function run(context: BenchContext): Promise<readonly Row[]> {
  const office = await openOffice(context);
  return [
    ...(await nothingNew(office)),
    ...(await search(office)),
    ...(await openOne(office)),
    ...(await save(office)),
  ];
}

export const officePc: Benchmark = { name: 'office-pc', run };
