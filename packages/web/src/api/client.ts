/** The one client of the server that this page came from. */
import { createClient, MomijiError, withSession } from "@momiji/client";

/** Where the server stands, with its base path and without a slash at its end. */
export const BASE_URL = document.baseURI.replace(/\/$/, "");

export const client = createClient({ baseUrl: BASE_URL, signIn: withSession() });

/** Somebody whose session has ended signs in again and comes back to this very page. */
export function toLogin(): void {
  const { pathname, search, hash } = window.location;
  window.location.assign(`${BASE_URL}/auth/login?next=${encodeURIComponent(pathname + search + hash)}`);
}

export function isSignedOut(error: unknown): boolean {
  return error instanceof MomijiError && error.status === 401;
}
