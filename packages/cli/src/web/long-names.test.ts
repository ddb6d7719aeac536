/** Names that are longer than their place: start and end stay in sight, and whoever copies, hears or chooses one has all of it. */
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestServer } from "../bad-input/server.testing.ts";
import { browserNote, hasBrowser, serve, tabTo, visit } from "./browser.testing.ts";

const DAG = "nightly_export_of_all_customer_orders_to_the_warehouse_of_tokyo_v2";
const TASK = "check_that_every_order_has_a_customer_and_a_price_in_region_0042";
const RUN = "by_hand_after_the_warehouse_was_moved_to_another_region_try_0007";

const WIDTH = 900;

const FILE = `import { dag } from "momiji";
import { empty } from "momiji/operators";
export default dag({ id: "${DAG}", schedule: null, isPausedUponCreation: false }, () => void empty("${TASK}"));
`;

interface Painted {
  readonly isCut: boolean;
  /** What is painted after the start. */
  readonly end: string;
  /** What is copied of it. */
  readonly copied: string;
}

interface Box {
  readonly scrollWidth: number;
  readonly clientWidth: number;
}

/** What of the browser is asked here. */
interface Browser {
  getSelection(): { selectAllChildren(of: unknown): void; removeAllRanges(): void; toString(): string };
  getComputedStyle(of: unknown, pseudo: string): { readonly content: string };
}

/** Of the element with the name, as a browser paints it. */
function paintedIn(element: unknown): Painted {
  const browser = globalThis as unknown as Browser;
  type Long = { readonly firstElementChild: Box };
  const long = (element as { querySelector(text: string): Long }).querySelector("[data-end]");
  const { scrollWidth, clientWidth } = long.firstElementChild;
  const selection = browser.getSelection();
  selection.selectAllChildren(long);
  const copied = selection.toString();
  selection.removeAllRanges();
  return { isCut: scrollWidth > clientWidth, end: browser.getComputedStyle(long, "::after").content, copied };
}

const painted = (place: Locator): Promise<Painted> => place.evaluate(paintedIn);

function isWithin(box: { readonly x: number; readonly width: number } | null): boolean {
  return box !== null && box.x >= 0 && box.x + box.width <= WIDTH;
}

describe.runIf(hasBrowser)(`long names${browserNote}`, { timeout: 60_000 }, () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await serve({ "long.ts": FILE }, afterAll);
    await server.request("POST", `/dags/${DAG}/dagRuns`, { dag_run_id: RUN, logical_date: null });
    await server.endOf(DAG, RUN);
  }, 60_000);

  it("keep start and end in a grid, and are whole where the keyboard is", async () => {
    const { page, troubles } = await visit(server, `/dags/${DAG}`, { viewport: { width: WIDTH, height: 700 } });
    const grid = page.getByRole("treegrid");
    const header = grid.getByRole("rowheader", { name: TASK, exact: true });
    await header.waitFor();
    const before = await painted(header);
    expect(before).toMatchObject({ isCut: true, copied: TASK });
    expect(before.end).toContain('"ion_0042"');
    await tabTo(grid);
    await page.keyboard.press("ArrowLeft");
    await expect.poll(async () => (await painted(header)).end).toBe("none");
    expect(isWithin(await header.getByText(TASK).boundingBox())).toBe(true);
    expect(troubles).toEqual([]);
  });

  it("keep start and end in lists, and are whole where the keyboard is", async () => {
    const { page, troubles } = await visit(server, "/runs?all=true", { viewport: { width: WIDTH, height: 700 } });
    const table = page.getByRole("table");
    for (const name of [DAG, RUN]) {
      const link = table.getByRole("link", { name, exact: true });
      await link.waitFor();
      expect(await painted(link)).toMatchObject({ isCut: true, copied: name });
      await tabTo(link);
      expect((await painted(link)).end).toBe("none");
      expect(isWithin(await link.boundingBox())).toBe(true);
    }
    await page.setViewportSize({ width: 360, height: 700 });
    // In a card there is room for lines.
    await expect
      .poll(async () => (await painted(table.getByRole("link", { name: DAG, exact: true }))).end)
      .toBe("none");
    expect(troubles).toEqual([]);
  });
});
