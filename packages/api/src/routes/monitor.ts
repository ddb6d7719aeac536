/** The version, and the page that greets a browser until it asks for more. */
import { createHash } from "node:crypto";
import type { ApiOptions } from "../api-options.ts";
import { answer, route, type Route } from "../route.ts";

export function monitorRoutes({ version, webFolder }: ApiOptions): readonly Route[] {
  return [
    route({
      method: "GET",
      path: "/api/v2/version",
      operationId: "get_version",
      access: "public",
      schemas: async () => (await import("../schemas/server.ts")).version,
      handle: async () => ({ version, git_version: null }),
    }),
    ...(webFolder === undefined ? [greetingPage(version)] : []),
  ];
}

/** Where the web interface is not built. */
function greetingPage(version: string): Route {
  return route({
    method: "GET",
    path: "/",
    operationId: "get_greeting",
    access: "public",
    schemas: async () => (await import("../schemas/server.ts")).greeting,
    handle: () =>
      answer(200, greeting(version), {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
      }),
  });
}

const STYLE = `body{font:16px/1.6 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem;color:#222}
code{background:#f4f0ec;padding:.1em .3em;border-radius:3px}@media(prefers-color-scheme:dark){body{background:#1b1918;color:#eee}code{background:#333}}`;

function greeting(version: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Momiji</title><style>${STYLE}</style>
<h1>Momiji ${version}</h1><p>The server runs. Look at it from a terminal:</p>
<p><code>npx momiji dags list</code><br><code>npx momiji dags list-runs hello</code><br><code>npx momiji dags trigger hello</code></p></html>`;
}
