/** Names and passwords, changed for a credential. Every try is in the event log; none of them holds a secret. */
import type { Clock } from "@momiji/core";
import type { CredentialKind, EventLogEntry, Store, UserRecord } from "@momiji/store";
import { ApiError } from "../errors.ts";
import { AttemptLimit } from "./attempt-limit.ts";
import { LONGEST_PASSWORD, verifyPassword } from "./password.ts";
import { hashSecret, newSecret } from "./secret.ts";

export interface Given {
  readonly username: string;
  readonly password: string;
}

export interface Lifetimes {
  readonly sessionSeconds: number;
  readonly tokenSeconds: number;
  readonly cliTokenSeconds: number;
}

export interface Issued {
  readonly secret: string;
  readonly user: UserRecord;
}

interface SignInDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly firstUser?: Promise<void>;
}

const LONGEST_NAME = 256;

export class SignIn {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #firstUser: Promise<void>;
  readonly #limit: AttemptLimit;

  /** `firstUser`: settles once there is anybody who could sign in; nobody is refused before. Absent: there is. */
  constructor({ store, clock, firstUser = Promise.resolve() }: SignInDeps) {
    this.#store = store;
    this.#clock = clock;
    this.#firstUser = firstUser;
    this.#limit = new AttemptLimit(clock);
  }

  /** @throws ApiError `wrong_login`, `too_many_logins` */
  async withPassword(given: Given, from: string): Promise<UserRecord> {
    const username = given.username.slice(0, LONGEST_NAME);
    const keys = [`name ${username}`, `address ${from}`];
    const wait = this.#limit.waitSeconds(keys);
    if (wait > 0) throw new ApiError("too_many_logins", [String(wait)]);
    this.#limit.begin(keys);
    await this.#firstUser;
    const user = await this.#store.findUser({ username });
    const fits = await verifyPassword(given.password.slice(0, LONGEST_PASSWORD), user?.password ?? null);
    if (user === null || !fits || !user.isActive) {
      await this.#refuse(username, user, from);
      throw new ApiError("wrong_login");
    }
    this.#limit.succeeded(keys);
    return user;
  }

  /** The secret is told once, and its hash kept. */
  async issue(
    user: UserRecord,
    kind: CredentialKind,
    { seconds, from }: { seconds: number; from: string },
  ): Promise<Issued> {
    const now = this.#clock.now();
    const secret = newSecret();
    const events = [entry("login", user.username, { kind, from })];
    await this.#store.noteLogin(user.id, true, { now, events });
    await this.#store.issueCredential(
      {
        userId: user.id,
        kind,
        hash: hashSecret(secret),
        name: kind,
        scopes: null,
        expiresAt: now + seconds * 1_000_000,
      },
      { now, events: [] },
    );
    return { secret, user };
  }

  async #refuse(username: string, user: UserRecord | null, from: string): Promise<void> {
    const now = this.#clock.now();
    // A password that was typed into the wrong field must not stand in a log: only names that exist are written.
    const events = [entry("failed_login", user === null ? null : username, { from })];
    if (user === null) await this.#store.logEvents(events, now);
    else await this.#store.noteLogin(user.id, false, { now, events });
  }
}

function entry(event: string, owner: string | null, extra: { readonly [name: string]: string }): EventLogEntry {
  return { event, owner, extra };
}
