/** The two cookies of a session: its secret, which no page can read, and what a page proves itself with. */
import { csrfTokenOf } from "./secret.ts";

const SESSION_COOKIE = "momiji_session";
export const CSRF_COOKIE = "momiji_csrf";
export const CSRF_HEADER = "x-csrf-token";

export interface CookiePlace {
  /** Where the server stands behind its proxy: `/`, `/momiji/`. */
  readonly basePath: string;
  /** Browsers reach it over TLS. */
  readonly isSecure: boolean;
}

/** The secret of the session, or null. */
export function sessionOf(header: string | undefined): string | null {
  for (const part of header?.split(";") ?? []) {
    const [name, value] = part.trim().split("=", 2);
    if (name === SESSION_COOKIE && value !== undefined && value !== "") return value;
  }
  return null;
}

export function sessionCookies(secret: string, maxAgeSeconds: number, place: CookiePlace): string[] {
  return [
    cookie(`${SESSION_COOKIE}=${secret}`, maxAgeSeconds, place).concat("; HttpOnly"),
    cookie(`${CSRF_COOKIE}=${csrfTokenOf(secret)}`, maxAgeSeconds, place),
  ];
}

export function noCookies(place: CookiePlace): string[] {
  return [cookie(`${SESSION_COOKIE}=`, 0, place).concat("; HttpOnly"), cookie(`${CSRF_COOKIE}=`, 0, place)];
}

function cookie(pair: string, maxAgeSeconds: number, { basePath, isSecure }: CookiePlace): string {
  const secure = isSecure ? "; Secure" : "";
  return `${pair}; Path=${basePath}; Max-Age=${maxAgeSeconds}; SameSite=Lax${secure}`;
}
