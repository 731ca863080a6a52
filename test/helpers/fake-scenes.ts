/** Changes in every state, an approval and a refusal, around the made-up people. */
import type { Approval } from '../../shared/approval/approval.ts';
import { makeManifest } from '../../shared/approval/approval.ts';
import type { JsonObject } from '../../shared/canonical/json.ts';
import type { Change } from '../../shared/change/change.ts';
import { foldChange } from '../../shared/change/fold.ts';
import { assignChange, moveChange } from '../../shared/change/transitions.ts';
import { problem } from '../../shared/errors/index.ts';
import type { Dossier } from '../../shared/dossier/dossier.ts';
import type { Evidence } from '../../shared/scan/scan.ts';
import type { RefusedItem } from '../../renderer/data/port/data-port.ts';
import {
  fakeApprovalId,
  fakeChange,
  fakeClerk,
  fakeDossier,
  fakeHead,
  fakePerson,
  fakeSecondClerk,
} from './fake-people.ts';
import { ulidOf } from './sample-changes.ts';

export interface FakeScenes {
  readonly dossiers: readonly Dossier[];
  readonly changes: readonly Change[];
  readonly approvals: readonly Approval[];
  readonly refused: readonly RefusedItem[];
}

const verified = ['verified', fakeClerk, '2026-11-21T03:15:00.000Z'] as const;

function amend(
  number: number,
  dossier: Dossier,
  patch: JsonObject,
  steps: Parameters<typeof fakeChange>[0]['steps'] = [],
  author = fakeClerk,
): Change {
  return fakeChange({
    number: 2000 + number,
    dossier: dossier._id,
    unit: dossier.unit,
    kind: 'amend',
    patch,
    personName: dossier.content.identity.fullName,
    atUtc: `2026-11-${String(10 + (number % 11))}T02:${String(10 + number)}:00.000Z`,
    clockFrom: '2026-11-05',
    steps,
    author,
  });
}

function firstApproval(creates: readonly Change[]): Approval {
  const manifest = makeManifest({
    id: fakeApprovalId,
    unit: 'H20.81',
    period: '2026-10',
    signer: fakeHead,
    changes: creates,
    createdAtUtc: '2026-10-28T08:29:00.000Z',
  });
  return {
    _id: fakeApprovalId,
    type: 'approval',
    schema: 1,
    unit: 'H20.81',
    period: '2026-10',
    manifest,
    signature: 'TUlJ',
    outcome: {
      state: 'applied',
      receivedAtUtc: '2026-10-28T08:30:00.000Z',
      signedAtUtc: '2026-10-28T08:29:30.000Z',
      timing: 'inWindow',
      certificate: {
        sha256: 'a'.repeat(64),
        subject: 'CN=Nguyễn Hữu Đức,O=UBND xã Mỹ An Hưng,L=Đồng Tháp,C=VN',
        commonName: 'Nguyễn Hữu Đức',
        issuer: 'CN=Cơ quan chứng thực số chuyên dùng Chính phủ (thử nghiệm),C=VN',
        serialNumber: '54:10:0A:2F:77:01:9C:E4',
        notBeforeUtc: '2025-01-01T00:00:00.000Z',
        notAfterUtc: '2028-01-01T00:00:00.000Z',
      },
      results: creates.map(({ _id }) => ({ change: _id, outcome: 'applied', dossierVersion: 1 })),
    },
  };
}

function newcomer(number: number, steps: Parameters<typeof fakeChange>[0]['steps'] = []): Change {
  const patch = fakePerson(number);
  return fakeChange({
    number: 3000 + number,
    dossier: `dossier:${ulidOf(number)}`,
    unit: 'H20.81.11',
    kind: 'create',
    patch,
    personName: (patch.identity as { fullName: string }).fullName,
    atUtc: '2026-11-20T07:45:00.000Z',
    clockFrom: '2026-11-16',
    steps,
  });
}

/** Papers that tell of a sensitive section. */
const partyEvidence: Evidence[] = [
  {
    sha256: 'e'.repeat(64),
    name: 'Quyết định kết nạp đảng viên số 47-QĐ-HU ngày 19-10-2026 của Ban Thường vụ Huyện ủy Lấp Vò.pdf',
    mediaType: 'application/pdf',
    bytes: 1_840_000,
  },
  {
    sha256: 'f'.repeat(64),
    name: 'Trang đầu sổ đảng viên.jpg',
    mediaType: 'image/jpeg',
    bytes: 640_000,
  },
];

function openChanges(dossiers: readonly Dossier[]): readonly Change[] {
  const of = (index: number) => dossiers[index] as Dossier;
  return [
    amend(1, of(0), { pay: { step: 3, coefficient: 2.72, stepSince: '2026-11-01' } }),
    amend(2, of(1), { contact: { phone: '0977 888 222', residence: 'Ấp An Ninh, xã Mỹ An Hưng' } }),
    amend(3, of(2), { education: { highest: 'thac-si', major: 'Quản lý giáo dục' } }, [verified]),
    {
      ...amend(4, of(3), { party: { member: true, joinedOn: '2026-10-19' } }, [verified]),
      evidence: partyEvidence,
    },
    amend(5, of(4), { identity: { homeTown: 'Phường Cao Lãnh, tỉnh Đồng Tháp' } }, [
      [
        'returned',
        fakeClerk,
        '2026-11-20T09:00:00.000Z',
        'Thiếu bản sao giấy khai sinh để đối chiếu quê quán.',
      ],
    ]),
    metOthers(of(5)),
    newcomer(201),
    newcomer(202, [verified]),
  ];
}

/** Two clerks raised the pay of one person by two decisions; the second one met the first. */
const first = (dossier: Dossier) =>
  amend(
    8,
    dossier,
    {
      pay: { step: 2, coefficient: 4.34 },
      contact: { phone: '0977 888 111' },
      party: { joinedOn: '2026-05-19' },
    },
    [verified, ['approved', fakeHead, '2026-11-20T08:30:00.000Z']],
    fakeSecondClerk,
  );

function metOthers(dossier: Dossier): Change {
  const patch = {
    pay: { step: 3, coefficient: 4.68, stepSince: '2026-11-01' },
    contact: { phone: '0977 888 222' },
    education: { major: 'Quản lý giáo dục' },
    party: { joinedOn: '2026-06-01' },
  };
  const change = assignChange(
    amend(6, dossier, patch, [verified]),
    fakeClerk,
    { account: 'hoso', name: 'Hệ thống HoSo' },
    '2026-11-21T09:00:00.000Z',
  );
  const paths = ['contact.phone', 'party.joinedOn', 'pay.coefficient', 'pay.step'];
  return { ...change, approval: fakeApprovalId, conflict: { paths, dossierVersion: 2 } };
}

/** The dossier after the first of the two. */
function raised(dossier: Dossier, change: Change): Dossier {
  const stamp = { approval: fakeApprovalId, atUtc: '2026-11-20T08:30:00.000Z' };
  const folded = foldChange(dossier, change, stamp);
  if (folded.outcome !== 'applied') throw new Error(JSON.stringify(folded));
  return folded.dossier;
}

/** The returned change, mended on this PC after the centre already had another version of it. */
function mendedTwice(open: readonly Change[]): RefusedItem {
  const returned = open.find(({ state }) => state === 'returned');
  if (!returned) throw new Error('nothing was returned');
  const patch = { identity: { homeTown: 'Phường Mỹ Ngãi, tỉnh Đồng Tháp' } };
  const again = moveChange(returned, 'submitted', fakeClerk, '2026-11-22T01:30:00.000Z');
  return {
    id: `${returned._id}-here`,
    kind: 'change',
    problem: problem('CHANGE_OUT_OF_DATE'),
    refusedAtUtc: '2026-11-22T02:41:00.000Z',
    change: { ...again, patch, paths: ['identity.homeTown'] },
  };
}

/** @param count how many approved people */
export function fakeScenes(count = 64): FakeScenes {
  const made = Array.from({ length: count }, (_, index) => fakeDossier(index + 1));
  const raise = made[5] ? [{ ...first(made[5].dossier), approval: fakeApprovalId }] : [];
  const dossiers = made.map(({ dossier }, index) =>
    index === 5 && raise[0] ? raised(dossier, raise[0]) : dossier,
  );
  const creates = made.map((one) => one.create);
  const lost = newcomer(203);
  return {
    dossiers,
    changes: [...(count > 6 ? openChanges(dossiers) : []), ...raise, ...creates].sort((a, b) =>
      a.authoredAtUtc < b.authoredAtUtc ? 1 : -1,
    ),
    approvals: count > 0 ? [firstApproval(creates)] : [],
    refused:
      count > 6
        ? [
            {
              id: lost._id,
              kind: 'change',
              problem: problem('IDENTITY_NUMBER_TAKEN'),
              refusedAtUtc: '2026-11-22T02:41:00.000Z',
              change: lost,
            },
            mendedTwice(openChanges(dossiers)),
          ]
        : [],
  };
}
