/** The OpenAPI document, and a page that shows it and tries it out; all of it from this server, nothing from elsewhere. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ApiError } from "../errors.ts";
import { answer, route, type Route } from "../route.ts";

const DOCUMENT = new URL("../../openapi.json", import.meta.url);

/** Filled by scripts/build-api-docs.ts. */
const BUILT = fileURLToPath(new URL("../../dist/docs-page/", import.meta.url));

/** What the page is made of. */
const TYPES: { readonly [file: string]: string } = {
  "swagger-ui.css": "text/css; charset=utf-8",
  "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
  "start.js": "text/javascript; charset=utf-8",
};

/** Swagger UI sets styles on elements from its script, which no hash can name. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Momiji: API</title>
<link rel="stylesheet" href="docs/swagger-ui.css"><div id="api"></div>
<script src="docs/swagger-ui-bundle.js"></script><script src="docs/start.js"></script></html>`;

/** A change with the cookie of a session needs what stands beside it. */
const START = `SwaggerUIBundle({
  url: "openapi.json", dom_id: "#api", deepLinking: true,
  requestInterceptor: (request) => {
    const [, token] = /(?:^|; )momiji_csrf=([^;]*)/.exec(document.cookie) ?? [];
    if (token !== undefined) request.headers["X-CSRF-Token"] = token;
    return request;
  },
});
`;

export function documentRoutes(): readonly Route[] {
  return [
    route({
      method: "GET",
      path: "/openapi.json",
      operationId: "get_openapi",
      access: "public",
      schemas: async () => (await import("../schemas/server.ts")).document,
      handle: async () => answer(200, await readFile(DOCUMENT), { "content-type": "application/json; charset=utf-8" }),
    }),

    route({
      method: "GET",
      path: "/docs",
      operationId: "get_api_docs",
      access: "public",
      schemas: async () => (await import("../schemas/server.ts")).documentPage,
      handle: () =>
        answer(200, PAGE, { "content-type": "text/html; charset=utf-8", "content-security-policy": POLICY }),
    }),

    route({
      method: "GET",
      path: "/docs/{file}",
      operationId: "get_api_docs_file",
      access: "public",
      schemas: async () => (await import("../schemas/server.ts")).documentFile,
      handle: async ({ params: { file } }) => {
        const type = Object.hasOwn(TYPES, file) ? TYPES[file] : undefined;
        if (type === undefined) throw new ApiError("no_such_file", [file]);
        const text = file === "start.js" ? START : await readFile(join(pageFolder(), file));
        return answer(200, text, { "content-type": type });
      },
    }),
  ];
}

/** In a checkout that was only compiled the files are taken from where they come from. */
function pageFolder(): string {
  return existsSync(BUILT) ? BUILT : dirname(fileURLToPath(import.meta.resolve("swagger-ui-dist/package.json")));
}
