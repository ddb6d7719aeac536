/** The colours of the token file can be read, and failure is told from everything else by whoever looks. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { STATES } from "../states/state.ts";
import { ALL_EYES, contrast, difference } from "./colour.testing.ts";

const CSS = readFileSync(join(import.meta.dirname, "tokens.css"), "utf8");

function tokensOf(scheme: "light" | "dark"): (name: string) => string {
  const block = new RegExp(`\\[data-mantine-color-scheme="${scheme}"\\] \\{([^}]*)\\}`).exec(CSS)?.[1] ?? "";
  const tokens = new Map([...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]));
  return (name) => {
    const value = tokens.get(name);
    if (value === undefined) throw new Error(`tokens.css has no --${name} for ${scheme}`);
    return value;
  };
}

describe.each(["light", "dark"] as const)("in %s", (scheme) => {
  const token = tokensOf(scheme);

  test.each(STATES)("the word of %s can be read on its fill", (state) => {
    expect(contrast(token(state), token(`${state}-fill`))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(["ink", "ink-2", "accent", "failed-ink"])("%s can be read on both grounds", (name) => {
    for (const ground of ["ground", "raised"]) expect(contrast(token(name), token(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(ALL_EYES)("with %s a failure is told from every other state", (eyes) => {
    const near = STATES.filter((state) => state !== "failed").filter(
      (state) => difference(token("failed-fill"), token(`${state}-fill`), eyes) < 20,
    );
    expect(near).toEqual([]);
  });
});

test("eyes that see differently see differently: Airflow's green and red are nearly one", () => {
  expect(difference("#007600", "#e7000b", "deuteranopia")).toBeLessThan(25);
  expect(difference("#dafbe1", "#c1121f", "deuteranopia")).toBeGreaterThan(50);
});
