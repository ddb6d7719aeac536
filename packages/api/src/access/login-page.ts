/** The page with the form of the login, in the look of the interface: no script, its style allowed by its hash alone. */
import { createHash } from "node:crypto";
import { type LoginLanguage, loginWords } from "./login-words.ts";

const STYLE = `:root{color-scheme:light dark;--ground:light-dark(#fff,#0f1419);--raised:light-dark(#f6f8fa,#161b22);--ink:light-dark(#1f2328,#e6edf3);--ink-2:light-dark(#59636e,#9198a1);--border:light-dark(#d8dee4,#2b323b);--accent:light-dark(#0969da,#58a6ff);--fill:light-dark(#0969da,#1a63c4);--failed:light-dark(#c1121f,#ff7b83);--brand:light-dark(#b7312c,#f2766f)}
*{box-sizing:border-box}
body{margin:0;min-height:100dvh;display:grid;place-items:center;padding:16px;background:var(--ground);color:var(--ink);font:400 14px/1.5 system-ui,"Segoe UI",Roboto,"Hiragino Sans","Noto Sans JP","Noto Sans CJK JP","Yu Gothic UI",Meiryo,sans-serif}
:lang(ja) body{line-break:strict;word-break:auto-phrase;overflow-wrap:anywhere}
main{width:100%;max-width:22rem}
.brand{display:block;font-size:32px;font-weight:600;line-height:1;color:var(--brand)}
h1{font-size:20px;font-weight:600;margin:12px 0 16px}
label{display:block;margin:12px 0 4px;font-weight:600}
input{font:inherit;width:100%;height:36px;padding:0 12px;border:1px solid var(--border);border-radius:4px;background:var(--ground);color:var(--ink)}
button,a.button{font:inherit;font-weight:600;display:grid;place-items:center;width:100%;height:36px;margin-top:16px;border:1px solid var(--fill);border-radius:4px;background:var(--fill);color:#fff;text-decoration:none;cursor:pointer}
a.button{background:none;border-color:var(--accent);color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
p{margin:0 0 12px}p[role=alert]{padding:8px 12px;border:1px solid var(--border);border-left:3px solid var(--failed);border-radius:4px}
.fresh{padding:12px;border-radius:4px;background:var(--raised);color:var(--ink-2)}.fresh code{display:block;margin-top:4px;color:var(--ink);font:12.5px/1.5 ui-monospace,Menlo,Consolas,monospace;overflow-wrap:anywhere}
@media (max-width:767px){input,button,a.button{height:44px;font-size:16px}}`;

export const LOGIN_PAGE_HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  vary: "accept-language",
  "content-security-policy": `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
};

export interface LoginPage {
  /** Where the server stands behind its proxy, ending in `/`. */
  readonly basePath: string;
  readonly next: string;
  readonly language: LoginLanguage;
  /** Why it was refused: a code of ours, or the words of somebody else. */
  readonly refused?: { readonly code?: string; readonly text: string } | undefined;
  readonly hasOidc: boolean;
  /** Nobody has ever signed in: the first password stands where the server was started. */
  readonly isFresh: boolean;
}

export function loginPage({ basePath, next, language, refused, hasOidc, isFresh }: LoginPage): string {
  const words = loginWords(language);
  const known = refused?.code === "wrong_login" ? words.refused.wrong_login : refused?.text;
  const alert = known === undefined ? "" : `<p role="alert">${escaped(known)}</p>`;
  const fresh = isFresh
    ? `<p class="fresh">${words.fresh} <code>momiji users reset-password --username admin</code></p>`
    : "";
  const oidc = hasOidc
    ? `<a class="button" href="${escaped(basePath)}auth/oidc/login?next=${encodeURIComponent(next)}">${words.organization}</a>`
    : "";
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${words.title}</title>
<link rel="icon" href="${escaped(basePath)}momiji.svg" type="image/svg+xml"><style>${STYLE}</style><main><span class="brand" lang="ja" aria-hidden="true">紅</span><h1>${words.title}</h1>${alert}${fresh}
<form method="post" action="${escaped(basePath)}auth/login"><input type="hidden" name="next" value="${escaped(next)}">
<label for="username">${words.user}</label><input id="username" name="username" autocomplete="username" required autofocus>
<label for="password">${words.password}</label><input id="password" name="password" type="password" autocomplete="current-password" required>
<button>${words.submit}</button></form>${oidc}</main></html>`;
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (letter) => `&#${letter.codePointAt(0)};`);
}
