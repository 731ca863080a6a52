/** The two sealed parts of a vault file: the data key under the password, the profile under the data key. */
import { parseJson } from '../disk/parse-json.ts';
import { passwordKey, purposeKey, seal, unseal, type Kdf } from './key-wrap.ts';
import type { OsSeal } from './os-seal.ts';
import {
  headerText,
  vaultId,
  vaultProfileSchema,
  type VaultContent,
  type VaultHeader,
  type VaultOwner,
  type VaultProfile,
} from './vault-file.ts';

/** What a data key is wrapped with besides the password. */
export interface Wrapping {
  readonly os: OsSeal;
  /** How dear it is to try a password, with a salt that is new at each call. */
  readonly newKdf: () => Kdf;
}

interface WrapInput extends Wrapping {
  readonly dataKey: Buffer;
  readonly password: string;
  readonly owner: VaultOwner;
}

export async function wrapKey({
  dataKey,
  password,
  owner,
  os,
  newKdf,
}: WrapInput): Promise<{ header: VaultHeader; wrappedKey: string }> {
  const form = os.available ? 'os' : 'password';
  const header: VaultHeader = { version: 1, owner, kdf: newKdf(), form };
  const key = await passwordKey(password, header.kdf);
  const wrapped = seal(key, dataKey, headerText(header)).toString('base64');
  key.fill(0);
  return { header, wrappedKey: form === 'os' ? os.seal(wrapped).toString('base64') : wrapped };
}

export type Unwrapped =
  | { readonly kind: 'key'; readonly dataKey: Buffer }
  | { readonly kind: 'wrongPassword' }
  | { readonly kind: 'keyringClosed' };

/** The tag over the wrapped key is the key check: it fits for the right password only. */
export async function unwrapKey(
  { header, wrappedKey }: VaultContent,
  password: string,
  os: OsSeal,
): Promise<Unwrapped> {
  const stored = Buffer.from(wrappedKey, 'base64');
  const wrapped = header.form === 'os' ? os.open(stored) : wrappedKey;
  // Locked, lost, or of another system account: nothing tells which, so nothing may be given up for it.
  if (wrapped === undefined) return { kind: 'keyringClosed' };
  const key = await passwordKey(password, header.kdf);
  const dataKey = unseal(key, Buffer.from(wrapped, 'base64'), headerText(header));
  key.fill(0);
  return dataKey ? { kind: 'key', dataKey } : { kind: 'wrongPassword' };
}

export function sealProfile(dataKey: Buffer, profile: VaultProfile, owner: VaultOwner): string {
  const plain = Buffer.from(JSON.stringify(vaultProfileSchema.parse(profile)), 'utf8');
  return seal(profileKey(dataKey), plain, vaultId(owner)).toString('base64');
}

export function unsealProfile(dataKey: Buffer, content: VaultContent): VaultProfile | undefined {
  const sealed = Buffer.from(content.profile, 'base64');
  const plain = unseal(profileKey(dataKey), sealed, vaultId(content.header.owner));
  return plain && vaultProfileSchema.safeParse(parseJson(plain.toString('utf8'))).data;
}

const profileKey = (dataKey: Buffer): Buffer => purposeKey(dataKey, 'hoso vault profile');
