/** The first page of a new profile, and the pages that list 5,000 DAGs. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { webFolder } from "@momiji/web";
import { median, percentile } from "../measure.ts";
import type { Tell } from "./tell.ts";
import type { Stage, Visitor } from "./visitor.ts";

const TIMES = 5;
const KILOBYTE = 1_000;
const SOUGHT = "dag_4990";

export async function measureArrival({ address, visitor }: Stage, tell: Tell): Promise<void> {
  const guest = await visitor();
  await cold(guest, address, tell);
  tell("home, largest paint", median(await paints(guest, `${address}/`)), { unit: "ms", atMost: 1_000 });
  tell("5,000 DAGs, largest paint", median(await paints(guest, `${address}/dags`)), { unit: "ms", atMost: 1_000 });
  await filter(guest, tell);
  await clicks(guest, address, tell);
  await guest.context.close();
}

async function cold({ page, traffic, settled }: Visitor, address: string, tell: Tell): Promise<void> {
  traffic();
  await page.goto(`${address}/`);
  await page.getByRole("main").getByRole("heading", { level: 2 }).first().waitFor();
  await settled();
  const { requests, api, bytes, scripts } = traffic();
  const folder = webFolder() ?? "";
  const gzip = [...new Set(scripts)].map((path) => sizeOf(join(folder, path.replace(/\?.*$/, ""))));
  tell("first page, scripts, gzip", gzip.reduce((all, one) => all + one, 0) / KILOBYTE, { unit: "KB", atMost: 250 });
  tell("first page, all bytes", bytes / KILOBYTE, { unit: "KB", atMost: 400 });
  tell("first page, requests", requests, { unit: "requests", atMost: 12 });
  tell("first page, of them API", api.length, { unit: "requests", atMost: 3 });
}

/** 0: it is no file of the build, such as a small script that the server itself writes. */
function sizeOf(path: string): number {
  return (statSync(`${path}.gz`, { throwIfNoEntry: false }) ?? statSync(path, { throwIfNoEntry: false }))?.size ?? 0;
}

async function paints({ page, measure, settled }: Visitor, url: string): Promise<readonly number[]> {
  const millis: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    await page.goto(url);
    await settled();
    millis.push((await measure<{ readonly largest: number }>("seen()")).largest);
  }
  return millis;
}

/** Each key until the page has drawn what it did, and until the rows are those that were asked for. */
async function filter({ page, measure }: Visitor, tell: Tell): Promise<void> {
  const box = page.getByRole("main").getByRole("searchbox").first();
  await box.click();
  const keys: number[] = [];
  for (const key of SOUGHT) {
    const start = await measure<number>("now()");
    await page.keyboard.press(key === "_" ? "Shift+Minus" : key);
    await measure("frame()");
    keys.push((await measure<number>("now()")) - start);
  }
  await page
    .getByRole("link", { name: new RegExp(SOUGHT) })
    .first()
    .waitFor();
  tell("5,000 DAGs, a key, p95", percentile(keys, 95), { unit: "ms", atMost: 50 });
  await box.fill("");
  await page
    .getByRole("link", { name: /dag_0000/ })
    .first()
    .waitFor();
  const rows = await page.getByRole("main").getByRole("row").count();
  tell("5,000 DAGs, rows in the page", rows, { unit: "rows", atMost: 61 });
}

/** From a click to the next page, and what it asks for. */
async function clicks({ page, traffic, settled }: Visitor, address: string, tell: Tell): Promise<void> {
  await page.goto(`${address}/dags`);
  await settled();
  traffic();
  await page
    .getByRole("link", { name: /dag_0000/ })
    .first()
    .click();
  await page
    .getByRole("treegrid")
    .or(page.getByText(/no run/i))
    .first()
    .waitFor();
  await settled();
  const { api } = traffic();
  tell("from the list to a DAG, API", api.length, { unit: "requests", atMost: 3 });
}
