/** The one client of the server that this page came from. */
import { createClient, MomijiError, withSession } from "@momiji/client";
import { sendInSession } from "../session/send.ts";
import { BASE_URL, csrfToken } from "./place.ts";

export const client = createClient({
  baseUrl: BASE_URL,
  signIn: withSession(),
  fetch: (request) => sendInSession(request, csrfToken),
});

/** Somebody whose session has ended signs in again and comes back to this very page. */
export function toLogin(): void {
  const { pathname, search, hash } = window.location;
  window.location.assign(`${BASE_URL}/auth/login?next=${encodeURIComponent(pathname + search + hash)}`);
}

export function isSignedOut(error: unknown): boolean {
  return error instanceof MomijiError && error.code === "unauthenticated";
}
