/** The first user of an installation: without one nobody could sign in to make others. */
import { randomBytes } from "node:crypto";
import type { Clock } from "@momiji/core";
import { hashPassword } from "@momiji/api";
import type { Store } from "@momiji/store";

export const FIRST_ADMIN = "admin";

export interface FirstAdmin {
  /** It is certain that somebody can sign in, or that nobody could be made. Never rejects. */
  readonly isDecided: Promise<void>;
  /** @returns the password that was made up, to be shown once; null: there are users, or one was given */
  make(): Promise<string | null>;
}

/** The hash of the password takes a tenth of a second, for which only those wait who want to sign in. `given`: a password. */
export function createFirstAdmin(deps: Deps, given: string | undefined): FirstAdmin {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { isDecided: promise, make: () => makeFirstAdmin(deps, given).finally(resolve) };
}

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

async function makeFirstAdmin({ store, clock }: Deps, given: string | undefined): Promise<string | null> {
  if ((await store.listUsers()).length > 0) return null;
  const password = given ?? randomPassword();
  const user = {
    username: FIRST_ADMIN,
    firstName: "",
    lastName: "",
    email: "",
    password: await hashPassword(password),
    provider: null,
    roles: ["Admin"],
  };
  const events = [{ event: "create_user", owner: null, extra: { username: FIRST_ADMIN, after: { roles: ["Admin"] } } }];
  const made = await store.createUser(user, { now: clock.now(), events });
  return made === null || given !== undefined ? null : password;
}

/** 120 bits, without letters that look alike in a terminal. */
export function randomPassword(): string {
  return [...randomBytes(24)].map((byte) => LETTERS[byte % LETTERS.length]).join("");
}

/** 32 of them, so that each is as likely as any other. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789-";
