/**
 * Where the drivers of the tokens in use in Vietnam put their PKCS#11 module. The setting wins;
 * this list only saves a clerk from looking for a file. 64-bit modules: ours is a 64-bit process.
 * SoftHSM is not in it: a software token is used on purpose or not at all.
 */
export interface KnownModule {
  readonly vendor: string;
  readonly path: string;
  /** Ordinary users may create its folder, and so put any file there: never used without a person's word. */
  readonly doubtful?: true;
}

const windows: readonly KnownModule[] = [
  { vendor: 'Bit4id (VGCA)', path: 'C:\\Windows\\System32\\bit4xpki.dll' },
  { vendor: 'Bit4id (VGCA)', path: 'C:\\Windows\\System32\\bit4ipki.dll' },
  { vendor: 'Bit4id (VGCA)', path: 'C:\\Windows\\System32\\bit4opki.dll' },
  { vendor: 'SafeNet (VGCA)', path: 'C:\\Windows\\System32\\eTPKCS11.dll' },
  { vendor: 'SafeNet (VGCA)', path: 'C:\\Windows\\System32\\eToken.dll' },
  { vendor: 'ePass2003', path: 'C:\\Windows\\System32\\eps2003csp11.dll' },
  { vendor: 'VNPT-CA', path: 'C:\\vnpt-ca\\cryptoki.dll', doubtful: true },
];

const linux: readonly KnownModule[] = [
  { vendor: 'Bit4id (VGCA)', path: '/usr/lib/bit4id/libbit4xpki.so' },
  { vendor: 'SafeNet (VGCA)', path: '/usr/lib/libeTPkcs11.so' },
  { vendor: 'OpenSC', path: '/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so' },
];

const macos: readonly KnownModule[] = [
  { vendor: 'Bit4id (VGCA)', path: '/System/Library/Bit4id/pkcs11/libbit4ipki.dylib' },
];

/** Keyed by Node's `process.platform`; a platform without an entry has no known module. */
export const knownModules: Readonly<Record<string, readonly KnownModule[]>> = {
  win32: windows,
  linux,
  darwin: macos,
};

export interface ModuleChoice {
  /** The path of the settings; empty or absent: look for a known one. */
  readonly configured?: string | undefined;
  readonly platform: string;
  readonly exists: (path: string) => boolean;
}

/**
 * The module to load. A configured path is returned even when the file is missing, so that the
 * error names the setting to mend instead of another driver being used in silence.
 */
export function pickModule({ configured, platform, exists }: ModuleChoice): string | undefined {
  if (configured !== undefined && configured !== '') return configured;
  return known(platform, false).find(exists);
}

/** A known module that is there, but may have been put there by anybody. */
export const doubtfulModule = ({
  platform,
  exists,
}: Omit<ModuleChoice, 'configured'>): string | undefined => known(platform, true).find(exists);

/** Whether this is the place of a known driver where only an administrator can put a file. */
export const isKnownModule = (platform: string, path: string): boolean =>
  known(platform, false).includes(path);

const known = (platform: string, doubtful: boolean): readonly string[] =>
  (knownModules[platform] ?? [])
    .filter((module) => (module.doubtful ?? false) === doubtful)
    .map(({ path }) => path);
