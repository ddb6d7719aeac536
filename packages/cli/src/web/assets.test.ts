/** Files that cannot be loaded, and assets with those who make and await them. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestServer } from "../bad-input/server.testing.ts";
import { browserNote, hasBrowser, serve, visit } from "./browser.testing.ts";

const whole = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "etl", schedule: null }, () => void bash("load", { command: "true" }));
`;
const BROKEN = whole.replace("export default dag(", "const rows = 1 +;\nexport default dag(");

const PAIR = `import { dag } from "momiji";
import { empty } from "momiji/operators";
export const left = dag({ id: "left", schedule: null }, () => void empty("one"));
export const right = dag({ id: "right", schedule: null }, () => void empty("one"));
`;

const SHOP = `import { asset, dag } from "momiji";
const orders = asset({ name: "orders", uri: "s3://shop/orders.csv", group: "shop" });
const users = asset({ name: "users", uri: "javascript:alert(1)" });
const on = { isPausedUponCreation: false };
export const maker = dag({ id: "make_orders", schedule: null, ...on }, ({ task }) => void task("make", { outlets: orders }, () => {}));
export const one = dag({ id: "report", schedule: orders, ...on }, ({ task }) => void task("read", () => {}));
export const both = dag({ id: "report_both", schedule: [orders, users], ...on }, ({ task }) => void task("read", () => {}));
`;

describe.runIf(hasBrowser)(`files and assets in the web interface${browserNote}`, { timeout: 60_000 }, () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await serve({ "etl.ts": BROKEN, "shop.ts": SHOP, "pair.ts": PAIR }, afterAll);
  }, 60_000);

  it("shows where a file is broken; once it is mended it is gone by itself, and its DAG is there", async () => {
    const { page, troubles } = await visit(server, "/import_errors");
    await page.getByRole("button", { name: /etl\.ts:3/ }).waitFor();
    const excerpt = page.getByRole("figure", { name: "Excerpt of etl.ts" });
    await excerpt.locator("[data-sought=true]").getByText("const rows = 1 +;").waitFor();
    expect(await excerpt.locator("pre").innerText()).toMatch(/3\s*const rows = 1 \+;\n\s*\^\n/);
    await page.getByText("No DAG of this file was ever loaded.").waitFor();
    writeFileSync(join(server.place.dags, "etl.ts"), whole);
    await page.getByText("Every DAG file loads.").waitFor();
    await page.getByText("etl.ts loads again.").waitFor();
    await page.goto(`${server.address}/dags`);
    await page.getByRole("link", { name: "etl", exact: true }).waitFor();
    expect(troubles).toEqual([]);
  });

  it("says of a file that is not opened how many of its DAGs go on with which version, and which they are once it is", async () => {
    const { page, troubles } = await visit(server, "/import_errors?open=0");
    writeFileSync(join(server.place.dags, "pair.ts"), `${PAIR}export const rows = 1 +;`);
    const file = page.getByRole("listitem").filter({ has: page.getByRole("button", { name: /pair\.ts:5/ }) });
    const inShort = file.getByText(/^2 DAGs still run from v1 of \d{4}-/);
    await inShort.waitFor();
    await file.getByRole("button", { name: /pair\.ts:5/ }).click();
    await file.getByRole("link", { name: /^left still runs from v1 of/ }).waitFor();
    expect(await inShort.count()).toBe(0);
    writeFileSync(join(server.place.dags, "pair.ts"), PAIR);
    await page.getByText("pair.ts loads again.").waitFor();
    expect(troubles).toEqual([]);
  });

  it("says what an event would begin, and begins that", async () => {
    const { page, troubles } = await visit(server, "/assets?q=shop");
    await page.getByText("One asset", { exact: true }).waitFor();
    await page.getByRole("link", { name: "orders", exact: true }).click();
    await page.getByText("has no schedule: it runs when somebody triggers it.").waitFor();
    await page.getByRole("button", { name: "Create event..." }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("One DAG starts").waitFor();
    await dialog.getByText("goes on waiting for users").waitFor();
    await dialog.getByRole("textbox", { name: /What comes with the event/ }).fill('{"rows": 7');
    await dialog.getByRole("button", { name: "Create event" }).click();
    await dialog.getByText("This is no JSON object").waitFor();
    await dialog.getByRole("textbox", { name: /What comes with the event/ }).fill('{"rows": 7}');
    await dialog.getByRole("button", { name: "Create event" }).click();
    await dialog.waitFor({ state: "detached" });
    const events = page.getByRole("region", { name: "Events" });
    await events.getByText("by the API or by hand").waitFor();
    await events.getByRole("link", { name: "report", exact: false }).first().waitFor();
    await page.getByText("1 of 2 arrived").waitFor();
    const graph = page.getByRole("figure", { name: "Which DAGs make and read which assets" });
    await graph.getByRole("link", { name: /report_both/ }).waitFor();
    expect(await graph.getByRole("link").count()).toBe(4);
    expect(troubles).toEqual([]);
  });

  it("materializes an asset by the run that makes it, and its URI does nothing", async () => {
    const { page, troubles } = await visit(server, "/assets");
    await page.getByRole("link", { name: "users", exact: true }).click();
    await page.getByText("javascript:alert(1)").waitFor();
    expect(await page.getByRole("link", { name: "javascript:alert(1)" }).count()).toBe(0);
    const materialize = page.getByRole("button", { name: "Materialize" });
    expect(await materialize.getAttribute("aria-disabled")).toBe("true");
    await page.getByText("No DAG makes this asset, so there is nothing to run.").first().waitFor();
    await page.goto(`${server.address}/assets?q=orders`);
    await page.getByRole("link", { name: "orders", exact: true }).click();
    await page.getByRole("button", { name: "Materialize" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("One task runs:").waitFor();
    await dialog.getByRole("button", { name: "Materialize" }).click();
    await page.waitForURL(/\/dags\/make_orders\/runs\//);
    const runId = decodeURIComponent(page.url().split("/runs/")[1] ?? "");
    expect(await server.endOf("make_orders", runId)).toBe("success");
    expect(troubles).toEqual([]);
  });
});
