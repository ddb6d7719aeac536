/**
 * The web interface in a real browser, on a real server: `MOMIJI_TEST_CHROMIUM` says where Chromium is. Tests without it say so by
 * their name; `.ci/run` says by `MOMIJI_TEST_ENGINES` that it must be there. What a failed test saw is kept in `test-failures/`.
 */
import { EventEmitter, once } from "node:events";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import {
  type APIResponse,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
  type Request,
} from "playwright-core";
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

/** What is to be taken down when all tests of the file are over, the newest first. */
const atFileEnd: (() => void | Promise<void>)[] = [];

afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
  for (const takeDown of atFileEnd.splice(0).toReversed()) await takeDown();
});

/**
 * A server on its own home, with these DAG files, and its administrator's password known.
 * @param atEnd `afterAll`: all tests of a file share it
 * @param more settings, as environment variables
 */
export async function serve(
  files: { readonly [name: string]: string },
  atEnd: AtEnd = onTestFinished,
  more: { readonly [variable: string]: string } = {},
): Promise<TestServer> {
  // Servers are started in `beforeAll`, where `afterAll` itself would be heard by nobody: it belongs to the top of a file.
  const end: AtEnd = atEnd === afterAll ? (takeDown) => void atFileEnd.push(takeDown) : atEnd;
  return new TestServer(newPlace(files, end), { settings: { ...SETTINGS, ...more }, atEnd: end }).loaded();
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
export async function signIn(server: Visited, path: string, visitor: Visitor): Promise<Visit> {
  const { username, password, ...options } = visitor;
  const visited = await stranger(server, options);
  // As the form of the login sends it; pages are what is looked at here.
  const form = { username, password };
  await visited.context.request.post(`${server.address}/auth/login`, { form, maxRedirects: 0 });
  await visited.page.goto(new URL(path, server.address).href);
  await visited.page.getByRole("main").waitFor();
  return visited;
}

/** A browser in which nobody is signed in, with an empty page. */
export async function stranger(server: Visited, options: BrowserContextOptions = {}): Promise<Visit> {
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
    if (task.result?.state === "fail") await keep(context, task.name);
    await context.close();
  });
  return { page, context, troubles, requests: () => asked.splice(0) };
}

/** What the browser asks of the server beside its page, as the page would. */
export async function send(
  { context }: Pick<Visit, "context">,
  [method, url]: readonly ["POST" | "PUT" | "PATCH" | "DELETE", string],
  data: object,
): Promise<APIResponse> {
  const csrf = (await context.cookies()).find(({ name }) => name === "momiji_csrf")?.value ?? "";
  return context.request.fetch(url, { method, data, headers: { "x-csrf-token": csrf } });
}

/** Keeps such requests of a page back until they are released. */
export async function held(page: Page, isMeant: (request: Request) => boolean): Promise<{ release(): void }> {
  const gate = Promise.withResolvers<void>();
  await page.route("**/api/**", async (route) => {
    if (isMeant(route.request())) await gate.promise;
    await route.continue();
  });
  return { release: () => gate.resolve() };
}

/** More stops than any page has before what is looked for. */
const MOST_STOPS = 150;

/** Presses Tab until something has the keyboard, as whoever has no pointer does. */
export async function tabTo(wanted: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await wanted.waitFor();
  const isThere = () => wanted.evaluate((element) => element === element.ownerDocument.activeElement);
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await isThere()) return;
    await wanted.page().keyboard.press(key);
  }
  throw new Error(`the keyboard never came to ${wanted.toString()}`);
}

/** Goes to another page as by a link of our own, without loading anything anew. */
export async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    const { history, dispatchEvent, PopStateEvent } = globalThis as unknown as {
      history: { pushState(state: null, title: string, path: string): void };
      dispatchEvent(event: unknown): void;
      PopStateEvent: new (name: string) => unknown;
    };
    history.pushState(null, "", to);
    dispatchEvent(new PopStateEvent("popstate"));
  }, path);
}

/** Resolves when the page has got and drawn all that it asked for, its own parts among it. */
export type Settled = () => Promise<void>;

/** Five frames in which the page stays as it is: what has just been loaded is drawn by then, and has asked for what it needs. */
const FRAMES = `new Promise((resolve) => {
  let still = 0;
  const observer = new MutationObserver(() => (still = 0));
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  const frame = () => {
    still += 1;
    if (still < 5) return void requestAnimationFrame(frame);
    observer.disconnect();
    resolve(null);
  };
  requestAnimationFrame(frame);
})`;

export function settledOf(page: Page): Settled {
  const pending = new Set<Request>();
  const changes = new EventEmitter();
  // Streams do not end, and what a shared worker loads ends where nobody here is told.
  const isAsked = (request: Request): boolean => !/\/events\?|-worker-/.test(request.url());
  page.on("request", (request) => {
    // What the page before had asked for is nobody's any more.
    if (request.isNavigationRequest()) pending.clear();
    if (isAsked(request)) pending.add(request);
  });
  const ended = (request: Request): void => {
    pending.delete(request);
    changes.emit("ended");
  };
  page.on("requestfinished", ended);
  page.on("requestfailed", ended);
  return async () => {
    await page.getByRole("main").waitFor();
    do {
      while (pending.size > 0) await once(changes, "ended");
      await page.evaluate(FRAMES);
    } while (pending.size > 0);
  };
}

/** The targets of a kind that the whole browser has: `shared_worker`, `page`. */
export async function targets(type: string): Promise<readonly { readonly url: string }[]> {
  const session = await (await browser)?.newBrowserCDPSession();
  const found = await session?.send("Target.getTargets");
  await session?.detach();
  return found?.targetInfos.filter((target) => target.type === type) ?? [];
}

/** Other tests make networks of containers meanwhile; Chromium then breaks off what is under way, and asks again. */
const NETWORK_CHANGED = "net::ERR_NETWORK_CHANGED";

function note(page: Page, origin: string, { troubles, asked }: { troubles: string[]; asked: string[] }): void {
  page.on("console", (message) => {
    const isTrouble = message.type() === "error" || message.type() === "warning";
    if (isTrouble && !message.text().includes(NETWORK_CHANGED))
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

/**
 * Keeps what a failed test saw: a picture of each page, and a trace of what was done and said.
 * @param folder where, by default `test-failures/`
 */
export async function keep(context: BrowserContext, test: string, folder = FAILURES): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const name = join(folder, test.replaceAll(/\W+/g, "-").slice(0, 80));
  // Of two people in one test each has pictures of their own.
  const number = (kept.get(name) ?? 0) + 1;
  kept.set(name, number);
  const own = number === 1 ? name : `${name}-${number}`;
  for (const [index, page] of context.pages().entries())
    await page.screenshot({ path: `${own}${index === 0 ? "" : `-tab${index + 1}`}.png` }).catch(() => undefined);
  await context.tracing.stop({ path: `${own}.zip` }).catch(() => undefined);
}

/** How many of a test were kept. */
const kept = new Map<string, number>();
