/** Cookies: the two of a session: its secret, which no page can read, and what a page proves itself with. */
import { csrfTokenOf } from "./secret.ts";

const SESSION_COOKIE = "momiji_session";
/** What a browser keeps while it is at an OpenID provider; proves nothing by itself. */
const FLOW_COOKIE = "momiji_login";
const FLOW_SECONDS = 600;
const CSRF_COOKIE = "momiji_csrf";
export const CSRF_HEADER = "x-csrf-token";

export interface CookiePlace {
  /** Where the server stands behind its proxy: `/`, `/momiji/`. */
  readonly basePath: string;
  /** Browsers reach it over TLS. */
  readonly isSecure: boolean;
}

/** The secret of the session, or null. */
export function sessionOf(header: string | undefined): string | null {
  return cookieOf(header, SESSION_COOKIE);
}

export function flowOf(header: string | undefined): string | null {
  return cookieOf(header, FLOW_COOKIE);
}

/** @param flow null: forget it */
export function flowCookie(flow: string | null, place: CookiePlace): string {
  return cookie(`${FLOW_COOKIE}=${flow ?? ""}`, flow === null ? 0 : FLOW_SECONDS, place).concat("; HttpOnly");
}

function cookieOf(header: string | undefined, wanted: string): string | null {
  for (const part of header?.split(";") ?? []) {
    const [name, value] = part.trim().split("=", 2);
    if (name === wanted && value !== undefined && value !== "") return value;
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
