/**
 * Credentials that were looked up lately, since every request carries one. Forgotten with any change of users, roles or
 * credentials, in this process or another, so that what was taken away is gone with the next request.
 */
import type { Micros } from "@momiji/core";
import type { AccessStore } from "../access-store.ts";
import { findCredential } from "./access.ts";
import type { Connection } from "./connection.ts";

type Found = NonNullable<Awaited<ReturnType<AccessStore["findCredential"]>>>;

const MOST_KNOWN = 1_000;

/** Then it is looked up again, which notes its use. */
const KNOWN_MICROS: Micros = 60_000_000;

export class KnownCredentials {
  readonly #db: Connection;
  readonly #known = new Map<string, { readonly found: Found; readonly readAt: Micros }>();
  #dataVersion = -1;

  constructor(db: Connection) {
    this.#db = db;
  }

  find(hash: string, now: Micros): Found | null {
    this.#forgetIfOthersWrote();
    const known = this.#known.get(hash);
    const isFresh = known !== undefined && now >= known.readAt && now - known.readAt < KNOWN_MICROS;
    if (isFresh && now < known.found.credential.expiresAt) return known.found;
    const found = findCredential(this.#db, hash, now);
    if (found === null) return null;
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(hash, { found, readAt: now });
    return found;
  }

  forget(): void {
    this.#known.clear();
  }

  #forgetIfOthersWrote(): void {
    const now = this.#db.get<{ data_version: number }>("PRAGMA data_version")?.data_version ?? -1;
    if (now !== this.#dataVersion) this.#known.clear();
    this.#dataVersion = now;
  }
}
