/** The web interface: files built beforehand, and one page that every address of it begins with. All of it from this server. */
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { DEFAULT_ACCESS } from "../access/access-settings.ts";
import type { ApiOptions } from "../api-options.ts";
import { ApiError } from "../errors.ts";
import { type Answer, answer, route, type Route } from "../route.ts";

const TYPES: { readonly [extension: string]: string } = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json; charset=utf-8",
};

/** The build writes these beside each file that they make smaller; the better one first. */
const ENCODINGS = [
  { name: "br", extension: ".br" },
  { name: "gzip", extension: ".gz" },
] as const;

/** A shared worker is held to the policy of its own script, not to that of the page. */
const FILE_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'";

/** Names carry a hash of what is in them. */
const FOR_EVER = "public, max-age=31536000, immutable";

/** The interface sets styles on elements, which no hash can name; its own style tags carry the nonce. */
function policyOf(nonce: string): string {
  const own = ["script", "img", "font", "connect", "worker"].map(
    (kind) => `${kind}-src 'self'${kind === "img" ? " data:" : ""}`,
  );
  const styles = [`style-src 'self' 'nonce-${nonce}'`, "style-src-attr 'unsafe-inline'"];
  const frame = ["object-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-ancestors 'none'"];
  return ["default-src 'none'", ...own, ...styles, ...frame].join("; ");
}

/** Of the page at the root; the others are those of no operation. */
export const PAGE_OPERATION = "get_web_page";

export function webRoutes({ webFolder, access = DEFAULT_ACCESS }: ApiOptions): readonly Route[] {
  if (webFolder === undefined) return [];
  return [
    route({
      method: "GET",
      path: "/",
      operationId: PAGE_OPERATION,
      access: "public",
      handle: () => webPage(webFolder, access.place.basePath, "/"),
    }),

    route({
      method: "GET",
      path: "/static/{file}",
      operationId: "get_web_file",
      access: "public",
      handle: ({ params: { file }, headers }) =>
        webFile(join(webFolder, "static"), file, headers["accept-encoding"] ?? ""),
    }),

    route({
      method: "GET",
      path: "/momiji.svg",
      operationId: "get_web_icon",
      access: "public",
      handle: () => webFile(webFolder, "momiji.svg", ""),
    }),
  ];
}

/** Every address that a browser asks for and nobody else answers: the interface finds out which of its pages that is. */
export function isPageOfWeb(method: string, url: string, accept = ""): boolean {
  return method === "GET" && accept.includes("text/html") && !url.startsWith("/api/") && !url.startsWith("/static/");
}

/**
 * @param basePath where the server stands behind its proxy, ending in `/`
 * @param url path and query below it: what its page needs beside the first is named in the HTML
 */
export async function webPage(folder: string, basePath: string, url: string): Promise<Answer> {
  const nonce = randomBytes(16).toString("base64");
  const [html, ahead] = await Promise.all([readFile(join(folder, "index.html"), "utf8"), readAhead(folder)]);
  const [path = ""] = url.split("?");
  const links = ahead.find((page) => new RegExp(page.path).test(path))?.links ?? "";
  const page = html
    .replace('<base href="/"', () => `<base href="${basePath.replaceAll('"', "&quot;")}"`)
    .replace('name="csp-nonce" content=""', () => `name="csp-nonce" content="${nonce}"`)
    .replace("</head>", () => `${links}</head>`);
  return answer(200, page, { "content-type": "text/html; charset=utf-8", "content-security-policy": policyOf(nonce) });
}

interface Ahead {
  /** A regular expression. */
  readonly path: string;
  /** HTML for the head. */
  readonly links: string;
}

/** The build writes which pages need what beside the first. */
async function readAhead(folder: string): Promise<readonly Ahead[]> {
  const text = await readIfThere(join(folder, "ahead.json"));
  return text === null ? [] : (JSON.parse(text.toString()) as readonly Ahead[]);
}

async function webFile(folder: string, name: string, accepted: string): Promise<Answer> {
  const type = TYPES[extname(name)];
  // Of a name of one part, nothing can lead out of the folder.
  if (type === undefined || !/^[\w.-]+$/.test(name)) throw new ApiError("no_such_file", [name]);
  const base = {
    "content-type": type,
    "cache-control": FOR_EVER,
    "content-security-policy": FILE_POLICY,
    vary: "accept-encoding",
  };
  for (const { name: encoding, extension } of ENCODINGS) {
    if (!accepts(accepted, encoding)) continue;
    const bytes = await readIfThere(join(folder, `${name}${extension}`));
    if (bytes !== null) return answer(200, bytes, { ...base, "content-encoding": encoding });
  }
  const bytes = await readIfThere(join(folder, name));
  if (bytes === null) throw new ApiError("no_such_file", [name]);
  return answer(200, bytes, base);
}

function accepts(accepted: string, encoding: string): boolean {
  return accepted.split(",").some((part) => {
    const [name, weight] = part.split(";").map((word) => word.trim());
    return name === encoding && weight !== "q=0";
  });
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
