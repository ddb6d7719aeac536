/** What people carry: random texts, of which the server keeps the hash alone. */
import { createHash, hash, randomBytes, timingSafeEqual } from "node:crypto";

const SECRET_BYTES = 32;

/** Looks like a token of ours, for tools that search texts for leaked ones. */
const PREFIX = "momiji_";

export function newSecret(): string {
  return `${PREFIX}${randomBytes(SECRET_BYTES).toString("base64url")}`;
}

/** A plain hash is enough for what cannot be guessed. */
export function hashSecret(secret: string): string {
  return hash("sha256", secret, "base64url");
}

/** What a page must show to prove that it may read the cookies of its session; says nothing of the session's secret. */
export function csrfTokenOf(secret: string): string {
  return createHash("sha256").update(`csrf ${secret}`).digest("base64url");
}

export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
