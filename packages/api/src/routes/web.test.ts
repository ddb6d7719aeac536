/** The files of the web interface, as browsers ask for them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { DEFAULT_ACCESS } from "../access/access-settings.ts";
import { openTestServer, type TestServer } from "../api-server.testing.ts";

const PAGE = '<html><head><base href="/" /><meta name="csp-nonce" content="" /></head></html>';
const AHEAD = [
  { path: "^/dags/[^/]+$", links: '<link href="./static/dag.js">' },
  { path: "^/dags", links: '<link href="./static/dags.js">' },
];
const SCRIPT = "export const words = 'momiji';";

let at: TestServer;

beforeEach(async () => {
  at = await serverWith({});
});

async function serverWith(more: object): Promise<TestServer> {
  const webFolder = mkdtempSync(join(tmpdir(), "momiji-web-"));
  mkdirSync(join(webFolder, "static"));
  writeFileSync(join(webFolder, "index.html"), PAGE);
  writeFileSync(join(webFolder, "ahead.json"), JSON.stringify(AHEAD));
  writeFileSync(join(webFolder, "secret.js"), "not to be served");
  writeFileSync(join(webFolder, "static", "index-a1b2.js"), SCRIPT);
  writeFileSync(join(webFolder, "static", "index-a1b2.js.gz"), gzipSync(SCRIPT));
  const server = await openTestServer([], { webFolder, ...more });
  onTestFinished(async () => {
    await server.close();
    rmSync(webFolder, { recursive: true });
  });
  return server;
}

const asked = (url: string, headers: { readonly [name: string]: string } = {}) => at.server.inject({ url, headers });

const BROWSER = { accept: "text/html,*/*" };

test.each(["/", "/dags/etl/runs/r1", "/no/such/page"])("%s is the page of the interface for a browser", async (url) => {
  const { status, headers } = await at.callWith(BROWSER, "GET", url);
  expect(status).toBe(200);
  expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(headers["cache-control"]).toBe("no-store");
});

test.each([
  ["/", "/auth/login?next=%2F"],
  ["/dags/etl?state=failed&q=a%20b", "/auth/login?next=%2Fdags%2Fetl%3Fstate%3Dfailed%26q%3Da%2520b"],
])("a browser without a session comes from %s to the login, and back from there", async (url, login) => {
  for (const cookie of ["", "momiji_session=one-that-has-ended"]) {
    const answer = await asked(url, { ...BROWSER, cookie });
    expect([answer.statusCode, answer.headers["location"]]).toEqual([302, login]);
  }
});

test("its policy allows no script but the server's own, and styles by a nonce of each answer", async () => {
  const [first, second] = await Promise.all([asked("/"), asked("/")]);
  const policy = String(first.headers["content-security-policy"]);
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("default-src 'none'");
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "none";
  expect(first.payload).toContain(`content="${nonce}"`);
  expect(second.headers["content-security-policy"]).not.toContain(nonce);
});

test("below a path of a proxy it names that path, and goes to the login there", async () => {
  at = await serverWith({ access: { ...DEFAULT_ACCESS, place: { basePath: '/a"b/', isSecure: false } } });
  expect((await asked("/")).payload).toContain('<base href="/a&quot;b/"');
  at = await serverWith({ access: { ...DEFAULT_ACCESS, place: { basePath: "/momiji/", isSecure: false } } });
  const { headers } = await asked("/momiji/runs", BROWSER);
  expect(headers["location"]).toBe("/momiji/auth/login?next=%2Fmomiji%2Fruns");
});

test.each([
  ["/", ""],
  ["/runs?next=/dags/etl", ""],
  ["/dags?state=failed", AHEAD[1]?.links],
  ["/dags/etl?q=a/b", AHEAD[0]?.links],
  ["/dags/etl/runs", AHEAD[1]?.links],
])("the page at %s names what it needs beside the first", async (url, links) => {
  const place = { basePath: "/momiji/", isSecure: false };
  for (const [server, address] of [
    [at, url],
    [await serverWith({ access: { ...DEFAULT_ACCESS, place } }), `/momiji${url}`],
  ] as const)
    expect((await server.callWith(BROWSER, "GET", address)).text).toContain(`/>${links}</head>`);
});

test("a file is kept for ever, and sent as small as the browser takes it", async () => {
  const plain = await asked("/static/index-a1b2.js");
  expect(plain.payload).toBe(SCRIPT);
  expect(plain.headers).toMatchObject({
    "cache-control": "public, max-age=31536000, immutable",
    "content-type": "text/javascript; charset=utf-8",
    vary: "accept-encoding",
  });
  const small = await asked("/static/index-a1b2.js", { "accept-encoding": "br;q=1.0, gzip" });
  expect(small.headers["content-encoding"]).toBe("gzip");
  expect(small.rawPayload.equals(gzipSync(SCRIPT))).toBe(true);
  const refused = await asked("/static/index-a1b2.js", { "accept-encoding": "gzip;q=0" });
  expect(refused.headers).not.toHaveProperty("content-encoding");
});

test.each(["/static/..%2fsecret.js", "/static/none.js", "/static/index-a1b2.js.gz", "/static/.js"])(
  "%s is not there",
  async (url) => {
    expect((await asked(url, { accept: "text/html" })).statusCode).toBe(404);
  },
);

test("what is no page of a browser is an unknown route as ever", async () => {
  expect((await asked("/dags")).statusCode).toBe(404);
  expect((await asked("/api/v2/none", { accept: "text/html" })).json()).toEqual({ error: "API route not found" });
  expect((await at.server.inject({ method: "POST", url: "/dags", headers: { accept: "text/html" } })).statusCode).toBe(
    404,
  );
});
