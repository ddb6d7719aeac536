/** What is told to those who listen, and what is left of colours where the system sets its own, in a browser. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestServer } from "../bad-input/server.testing.ts";
import { browserNote, hasBrowser, serve, visit } from "./browser.testing.ts";

/** Fails as soon as a file is there. */
const GATED = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "gated", isPausedUponCreation: false, schedule: null }, () => {
  bash("load_orders", { command: "until [ -e {{ dag_run.conf.gate }} ]; do sleep 0.05; done; exit 3" });
});
`;

interface Look {
  readonly backgroundImage: string;
  readonly backgroundColor: string;
}

/** How an element is drawn. */
function lookOf(element: unknown): Look {
  const { getComputedStyle } = globalThis as unknown as { getComputedStyle(of: unknown): Look };
  const { backgroundImage, backgroundColor } = getComputedStyle(element);
  return { backgroundImage, backgroundColor };
}

let server: TestServer;

describe.runIf(hasBrowser)(
  `the web interface for those who see it otherwise${browserNote}`,
  { timeout: 60_000 },
  () => {
    beforeAll(async () => {
      server = await serve({ "gated.ts": GATED }, afterAll);
    }, 60_000);

    const trigger = async (gate: string): Promise<string> => {
      const { dag_run_id: id } = (await server.request("POST", "/dags/gated/dagRuns", {
        logical_date: null,
        conf: { gate },
      })) as { readonly dag_run_id: string };
      return encodeURIComponent(id);
    };

    it("says which task of the open run has failed", async () => {
      const gate = join(server.place.folder, "gate");
      const runId = await trigger(gate);
      const { page, troubles } = await visit(server, `/dags/gated/runs/${runId}`);
      await page.getByText("live", { exact: true }).waitFor();
      writeFileSync(gate, "");
      await page.getByRole("status").getByText("load_orders failed", { exact: true }).waitFor({ state: "attached" });
      expect(troubles).toEqual([]);
    });

    it("keeps the glyphs and bars of states where the system sets the colours", async () => {
      const gate = join(server.place.folder, "open");
      writeFileSync(gate, "");
      const runId = await trigger(gate);
      await server.endOf("gated", runId);
      const { page, troubles } = await visit(server, `/dags/gated/runs/${runId}`);
      const places = [
        '[role="gridcell"][data-letter="f"]',
        'svg[data-state="failed"]',
        'a[data-state="failed"] > span',
      ];
      const looks = (): Promise<readonly Look[]> =>
        Promise.all(places.map((place) => page.locator(place).first().evaluate(lookOf)));
      const usual = await looks();
      expect(usual[0]?.backgroundImage).toMatch(/url\(/);
      await page.emulateMedia({ forcedColors: "active" });
      expect(await page.evaluate("matchMedia('(forced-colors: active)').matches")).toBe(true);
      expect(await looks()).toEqual(usual);
      expect(troubles).toEqual([]);
    });
  },
);
