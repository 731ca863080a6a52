/**
 * The demo's public key infrastructure: what is made and how it is described in `pki.json`.
 * For demonstrations and tests only. PINs are public; private keys stay on the software token.
 */

export interface DemoToken {
  /** Which of the plan's tokens this is: `head`, `chairman`, or the name of a test fixture. */
  readonly name: TokenName;
  readonly label: string;
  readonly serial: string;
  readonly pin: string;
  /** SHA-256 of the DER form, lower-case hex. */
  readonly certificateSha256: string;
  readonly certificatePem: string;
}

export interface DemoPki {
  /** The test CA's certificate, PEM. */
  readonly caPem: string;
  /** Absolute path for SOFTHSM2_CONF. */
  readonly softhsmConf: string;
  /** Absolute path of SoftHSM's PKCS#11 module. */
  readonly module: string;
  readonly tokens: readonly DemoToken[];
}

export const demoPin = '12345678';

/** How the certificate on a token departs from a good one. */
export type Flaw =
  | 'none'
  | 'expired'
  | 'not-yet-valid'
  | 'certificate-authority'
  | 'encryption-only'
  /** The certificate is there, its private key is not. */
  | 'key-absent'
  /** The private key under the certificate's id is another one. */
  | 'key-of-another';

export interface TokenPlan {
  readonly name: string;
  /** Unique; at most 32 bytes of UTF-8. */
  readonly label: string;
  readonly commonName: string;
  readonly organisation: string;
  readonly key: 'rsa-2048' | 'p-256';
  readonly flaw: Flaw;
  /** Issued by an intermediate CA; the certificates of the CAs are on the token too. */
  readonly throughIntermediate?: boolean;
}

const school = 'Trường Tiểu học Mỹ An';

/** The two persons of the demo. */
const demoTokens = [
  {
    name: 'head',
    label: 'Hiệu trưởng',
    commonName: 'Võ Minh Hiếu',
    organisation: school,
    key: 'rsa-2048',
    flaw: 'none',
  },
  {
    name: 'chairman',
    label: 'Chủ tịch xã',
    commonName: 'Lê Thị Hà',
    organisation: 'UBND xã Mỹ An',
    key: 'p-256',
    flaw: 'none',
  },
] as const satisfies readonly TokenPlan[];

const fixture = <N extends string>(name: N, flaw: Flaw, commonName: string) =>
  ({ name, label: name, commonName, organisation: school, key: 'p-256', flaw }) as const;

const fixtureTokens = [
  /** A good certificate of the same CA that no account has registered. */
  fixture('unregistered', 'none', 'Nguyễn Văn Lạ'),
  fixture('expired', 'expired', 'Trần Thị Hết Hạn'),
  fixture('not-yet-valid', 'not-yet-valid', 'Phạm Văn Mai'),
  fixture('certificate-authority', 'certificate-authority', 'CA dùng sai chỗ'),
  fixture('encryption-only', 'encryption-only', 'Đỗ Thị Mật'),
  fixture('key-absent', 'key-absent', 'Bùi Văn Không'),
  fixture('key-of-another', 'key-of-another', 'Hồ Thị Khác'),
  { ...fixture('intermediate', 'none', 'Đặng Thị Ưng'), throughIntermediate: true },
] as const satisfies readonly TokenPlan[];

export type TokenName = (typeof demoTokens | typeof fixtureTokens)[number]['name'];
export type NamedTokenPlan = TokenPlan & { readonly name: TokenName };

export const tokenPlans = (withFixtures: boolean): readonly NamedTokenPlan[] =>
  withFixtures ? [...demoTokens, ...fixtureTokens] : demoTokens;
