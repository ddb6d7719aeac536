import { expect, test } from "vitest";
import { PLANTED_BUGS, type PlantedBug } from "./planted-bugs.ts";
import { simulate, type SimulationResult } from "./simulate.ts";

const HOURS = 2;

async function seeds(count: number, bug?: PlantedBug): Promise<SimulationResult[]> {
  const results: SimulationResult[] = [];
  for (let seed = 1; seed <= count; seed++) {
    results.push(await simulate({ seed, hours: HOURS, ...(bug === undefined ? {} : { bug }) }));
  }
  return results;
}

test("whatever crashes, is lost, doubled or late, nothing is lost and nothing is done twice", async () => {
  const results = await seeds(40);
  expect(results.filter(({ violations }) => violations.length > 0)).toEqual([]);
  const deaths = results.reduce((sum, result) => sum + result.deaths, 0);
  const attempts = results.reduce((sum, result) => sum + result.attempts, 0);
  expect(deaths).toBeGreaterThan(20);
  expect(attempts).toBeGreaterThan(500);
});

test("a seed gives the same world each time, and another seed another one", async () => {
  const [first, again, other] = [
    await simulate({ seed: 7, hours: HOURS }),
    await simulate({ seed: 7, hours: HOURS }),
    await simulate({ seed: 8, hours: HOURS }),
  ];
  expect(again).toEqual(first);
  expect(other.hash).not.toBe(first.hash);
});

test.each(PLANTED_BUGS)("the audit sees the planted bug %s", async (bug) => {
  const results = await seeds(20, bug);
  expect(results.flatMap(({ violations }) => violations)).not.toEqual([]);
});
