/**
 * The web interface in a real browser, on a real server: `MOMIJI_TEST_CHROMIUM` says where Chromium is. Tests without it say so by
 * their name; `.ci/run` says by `MOMIJI_TEST_ENGINES` that it must be there. What a failed test saw is kept in `test-failures/`.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, onTestFinished } from "vitest";
import { type AtEnd, newPlace, TestServer } from "../bad-input/server.testing.ts";

const { MOMIJI_TEST_CHROMIUM: program = "", MOMIJI_TEST_ENGINES: engines } = process.env;
if (program === "" && engines === "required")
  throw new Error("MOMIJI_TEST_CHROMIUM is not set, and MOMIJI_TEST_ENGINES says that it must be");

export const hasBrowser = program !== "";

/** Belongs into the names of tests. */
export const browserNote = hasBrowser ? "" : " (not run: MOMIJI_TEST_CHROMIUM is not set)";

const PASSWORD = "the password of a test";
/** Of every server here, so that its administrator can sign in. */
export const SETTINGS = { MOMIJI_ADMIN_PASSWORD: PASSWORD };

const FAILURES = join(import.meta.dirname, "..", "..", "..", "..", "test-failures");

/** Nothing of the browser's own goes to the network. */
const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let browser: Promise<Browser> | undefined;

afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
});

/**
 * A server on its own home, with these DAG files, and its administrator's password known.
 * @param atEnd `afterAll`: all tests of a file share it
 */
export async function serve(
  files: { readonly [name: string]: string },
  atEnd: AtEnd = onTestFinished,
): Promise<TestServer> {
  return new TestServer(newPlace(files, atEnd), { settings: SETTINGS, atEnd }).loaded();
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page said went wrong, and every request that left the server's origin: a good visit has none. */
  readonly troubles: readonly string[];
  /** Requests of the API since the last time this was read, but for the stream of live events. */
  requests(): readonly string[];
}

/** Where the web interface stands: no request may leave it. */
type Visited = Pick<TestServer, "address">;

/** A browser that is signed in as the administrator, at a path. */
export async function visit(server: Visited, path: string, options: BrowserContextOptions = {}): Promise<Visit> {
  return signIn(server, path, { username: "admin", password: PASSWORD, ...options });
}

interface Visitor extends BrowserContextOptions {
  readonly username: string;
  readonly password: string;
}

/** A browser in which somebody is signed in, at a path. */
export async function signIn(
  server: Visited,
  path: string,
  { username, password, ...options }: Visitor,
): Promise<Visit> {
  browser ??= chromium.launch({ executablePath: program, args: ARGS });
  const size = { width: 1440, height: 900 };
  const context = await (
    await browser
  ).newContext({ viewport: size, locale: "en-US", timezoneId: "Asia/Tokyo", ...options });
  // What was done and said. Pictures of every step would take longer than the steps.
  await context.tracing.start();
  const page = await context.newPage();
  const troubles: string[] = [];
  const asked: string[] = [];
  note(page, server.address, { troubles, asked });
  onTestFinished(async ({ task }) => {
    if (task.result?.state === "fail") await keep(page, task.name);
    await context.close();
  });
  await page.goto(`${server.address}/auth/login?next=${encodeURIComponent(path)}`);
  // By their ids: the page speaks the browser's language.
  await page.locator("#username").fill(username);
  await page.locator("#password").fill(password);
  await page.locator("form button").click();
  await page.getByRole("main").waitFor();
  return { page, context, troubles, requests: () => asked.splice(0) };
}

function note(page: Page, origin: string, { troubles, asked }: { troubles: string[]; asked: string[] }): void {
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning")
      troubles.push(`${message.text()} ${message.location().url}`);
  });
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith("data:")) troubles.push(`a request to ${url}`);
    else if (url.includes("/api/") && !url.includes("/events"))
      asked.push(`${request.method()} ${url.slice(origin.length)}`);
  });
}

async function keep(page: Page, test: string): Promise<void> {
  mkdirSync(FAILURES, { recursive: true });
  const name = join(FAILURES, test.replaceAll(/\W+/g, "-").slice(0, 80));
  await page.screenshot({ path: `${name}.png` }).catch(() => undefined);
  await page
    .context()
    .tracing.stop({ path: `${name}.zip` })
    .catch(() => undefined);
}
