/** A browser that is signed in at the server of these benchmarks, and what it measures. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from "playwright-core";
import { scratchFolder } from "../engine-under-test.ts";
import { undoAtEnd } from "../leave-nothing.ts";
import type { StageOrder } from "./orders.ts";

const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--js-flags=--expose-gc",
];

const QUIET_MILLIS = 250;
const MOST_MILLIS = 20_000;

export interface Stage {
  readonly address: string;
  /** Lets the server do something; resolves with when each thing was done, in Unix milliseconds. */
  order(order: StageOrder): Promise<readonly number[]>;
  /** A new profile, signed in, with nothing in its cache. */
  visitor(): Promise<Visitor>;
  stop(): Promise<void>;
}

export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly cdp: CDPSession;
  /** Resolves when nothing has been asked for in a while, and everything is answered; the stream of live events goes on. */
  settled(): Promise<void>;
  /** What the network gave since the last time this was read. */
  traffic(): Traffic;
  /** Bytes of the JavaScript heap after a collection. */
  heap(): Promise<number>;
  /** Calls something of in-page.js. */
  measure<Result>(call: string): Promise<Result>;
}

export interface Traffic {
  readonly requests: number;
  readonly api: readonly string[];
  /** As they were sent: compressed, with their heads. */
  readonly bytes: number;
  readonly scripts: readonly string[];
}

/** @throws Error if `MOMIJI_TEST_CHROMIUM` is not set: `eval "$(.ci/chromium.sh)"` */
export async function openStage(): Promise<Stage> {
  const program = process.env["MOMIJI_TEST_CHROMIUM"];
  if (program === undefined) throw new Error('MOMIJI_TEST_CHROMIUM is not set: eval "$(.ci/chromium.sh)"');
  const scratch = scratchFolder();
  const token = randomBytes(16).toString("hex");
  const main = fileURLToPath(new URL("stage-main.ts", import.meta.url));
  const child = spawn(process.execPath, ["--conditions=source", main, scratch.path, token], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const stopChild = undoAtEnd(() => child.kill("SIGKILL"));
  const said = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async <Result>(): Promise<Result> => JSON.parse((await said.next()).value as string) as Result;
  const { address } = await next<{ readonly address: string }>();
  const password = randomBytes(16).toString("hex");
  await makeUser(address, { token, password });
  const browser = await chromium.launch({ executablePath: program, args: ARGS });
  return {
    address,
    order: async (order) => {
      child.stdin.write(`${JSON.stringify(order)}\n`);
      return next();
    },
    visitor: () => newVisitor(browser, address, password),
    stop: async () => {
      await browser.close();
      await ended(child, stopChild);
      scratch.remove();
    },
  };
}

async function ended(child: ChildProcess, stop: () => void): Promise<void> {
  const gone = new Promise((resolve) => child.once("close", resolve));
  stop();
  await gone;
}

async function makeUser(address: string, { token, password }: { token: string; password: string }): Promise<void> {
  const user = { username: "bench", email: "bench@example.org", roles: [{ name: "Admin" }], password };
  const answer = await fetch(`${address}/auth/fab/v1/users`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(user),
  });
  if (!answer.ok) throw new Error(`the user was not made: ${answer.status} ${await answer.text()}`);
}

async function newVisitor(browser: Browser, address: string, password: string): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    timezoneId: "Asia/Tokyo",
  });
  const page = await context.newPage();
  await page.goto(`${address}/auth/login?next=${encodeURIComponent("/docs")}`);
  await page.locator("#username").fill("bench");
  await page.locator("#password").fill(password);
  await page.getByRole("button").last().click();
  await page.waitForURL("**/docs");
  await page.goto("about:blank");
  await context.addInitScript({ path: join(import.meta.dirname, "in-page.js") });
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  const { traffic, settled } = watchTraffic(cdp, address);
  return {
    page,
    context,
    cdp,
    traffic,
    settled,
    measure: (call) => page.evaluate(`bench.${call}`),
    heap: async () => {
      await cdp.send("HeapProfiler.collectGarbage");
      const { usedSize } = (await cdp.send("Runtime.getHeapUsage")) as { readonly usedSize: number };
      return usedSize;
    },
  };
}

function watchTraffic(cdp: CDPSession, address: string): Pick<Visitor, "traffic" | "settled"> {
  let seen = { requests: 0, api: [] as string[], bytes: 0, scripts: [] as string[] };
  const open = new Map<string, string>();
  let last = performance.now();
  cdp.on("Network.requestWillBeSent", ({ requestId, request: { url }, type }) => {
    if (!url.startsWith(address)) return;
    const path = url.slice(address.length);
    seen.requests++;
    // What the page before had asked for is nobody's any more.
    if (type === "Document") open.clear();
    if (path.endsWith(".js")) seen.scripts.push(path);
    // What a shared worker loads ends where nobody here is told.
    if (type === "EventSource" || path.includes("/events?") || path.includes("-worker-")) return;
    if (path.startsWith("/api/")) seen.api.push(path);
    open.set(requestId, path);
    last = performance.now();
  });
  const end = (requestId: string): void => {
    if (open.delete(requestId)) last = performance.now();
  };
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    seen.bytes += encodedDataLength;
    end(requestId);
  });
  cdp.on("Network.loadingFailed", ({ requestId }) => end(requestId));
  return {
    traffic: () => {
      const all = seen;
      seen = { requests: 0, api: [], bytes: 0, scripts: [] };
      return all;
    },
    settled: async () => {
      const begin = performance.now();
      while (open.size > 0 || performance.now() - last < QUIET_MILLIS) {
        await pause(QUIET_MILLIS / 5);
        if (performance.now() - begin > MOST_MILLIS)
          throw new Error(`not answered after ${MOST_MILLIS} ms: ${[...open.values()].join(", ")}`);
      }
    },
  };
}
