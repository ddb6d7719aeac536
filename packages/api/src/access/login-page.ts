/** The page with the form of the login: no script, its style allowed by its hash alone. */
import { createHash } from "node:crypto";

const STYLE = `body{font:16px/1.6 system-ui,sans-serif;max-width:22rem;margin:12vh auto;padding:0 1rem;color:#222;background:#fff}
h1{font-size:1.5rem}label{display:block;margin:1rem 0 .25rem}input{font:inherit;width:100%;box-sizing:border-box;padding:.5rem}
button,a.button{font:inherit;display:block;width:100%;box-sizing:border-box;margin-top:1.5rem;padding:.6rem;border:0;border-radius:4px;background:#a63a1d;color:#fff;text-align:center;text-decoration:none}
p[role=alert]{color:#a3200b}@media(prefers-color-scheme:dark){body{color:#eee;background:#1b1918}p[role=alert]{color:#ff9d85}}`;

export const LOGIN_PAGE_HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "content-security-policy": `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
};

export interface LoginPage {
  /** Where the server stands behind its proxy, ending in `/`. */
  readonly basePath: string;
  readonly next: string;
  readonly error: string | undefined;
  readonly hasOidc: boolean;
}

export function loginPage({ basePath, next, error, hasOidc }: LoginPage): string {
  const alert = error === undefined ? "" : `<p role="alert">${escaped(error)}</p>`;
  const oidc = hasOidc
    ? `<a class="button" href="${escaped(basePath)}auth/oidc/login?next=${encodeURIComponent(next)}">Sign in with your organization</a>`
    : "";
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Momiji</title>
<style>${STYLE}</style><main><h1>Sign in to Momiji</h1>${alert}
<form method="post" action="${escaped(basePath)}auth/login"><input type="hidden" name="next" value="${escaped(next)}">
<label for="username">User</label><input id="username" name="username" autocomplete="username" required autofocus>
<label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password" required>
<button>Sign in</button></form>${oidc}</main></html>`;
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (letter) => `&#${letter.codePointAt(0)};`);
}
