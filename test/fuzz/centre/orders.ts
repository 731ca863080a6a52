/** What the fuzz asks of its centre beside HTTP: places for a run, and what no route offers (yet). */
import type { SessionAccount } from '../../../shared/account/account.ts';
import type { Grant } from '../../../shared/account/roles.ts';

/** Who works in a place. All signed in already: a sign-in costs an argon2. */
export const posts = ['clerk', 'head', 'admin', 'schoolClerk', 'employee', 'officer'] as const;
export type Post = (typeof posts)[number];

export interface SignedInPerson {
  readonly account: SessionAccount;
  readonly token: string;
}

/** A commune with its school, and nobody else's business in it. */
export interface Place {
  readonly commune: string;
  readonly school: string;
  readonly people: Readonly<Record<Post, SignedInPerson>>;
}

export type Order =
  | { readonly does: 'place'; readonly number: number }
  | { readonly does: 'grant'; readonly user: string; readonly grants: readonly Grant[] }
  | {
      readonly does: 'addUnit';
      readonly code: string;
      readonly parent: string;
    };

export interface OrderMessage {
  readonly id: number;
  readonly order: Order;
}
export type OrderAnswer =
  | { readonly ready: string }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string };

/** Told to the process when it starts, as its first message. */
export interface CentreStart {
  readonly dataDir: string;
  readonly port: number;
  /** The data were put back from a copy: the centre names itself anew. */
  readonly restored: boolean;
  readonly caPem: string;
  readonly certificatePem: string;
}
