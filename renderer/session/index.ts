/** Signing in, and what everything below the sign-in gate may use. */
export type {
  Door,
  DoorInfo,
  OldData,
  OpenSession,
  PasswordChange,
  Place,
  TokenReading,
  TokenSigning,
} from './door.ts';
export { ChangePasswordDialog } from './password/change-password-dialog.tsx';
export { beforeLeaving } from './leaving.ts';
export { openDoor } from './open-door.ts';
export * from './queries.ts';
export { useAccount, usePlace, usePort, useSession, useSigning } from './session-context.ts';
export { SessionGate } from './session-gate.tsx';
export { useSync } from './use-sync.ts';
export { useUnitNames } from './use-unit-names.ts';
