import { expect, test } from "vitest";
import { NOTHING, type Picked, ticked, tickedAll } from "./selection.ts";

const LOADED = ["a", "b", "c", "d", "e"];
const tick = (picked: Picked, key: string, isRange = false) => ticked(picked, LOADED, { key, isRange });
const keysOf = ({ keys }: Picked) => [...keys].toSorted();

test("a row is ticked, and ticked off again", () => {
  const one = tick(NOTHING, "b");
  expect(keysOf(one)).toEqual(["b"]);
  expect(keysOf(tick(one, "b"))).toEqual([]);
});

test("with Shift all rows in between go the way of the one that was clicked, in both directions", () => {
  expect(keysOf(tick(tick(NOTHING, "b"), "d", true))).toEqual(["b", "c", "d"]);
  expect(keysOf(tick(tick(NOTHING, "d"), "b", true))).toEqual(["b", "c", "d"]);
  const all = tickedAll(NOTHING, LOADED);
  expect(keysOf(tick(tick(all, "b"), "d", true))).toEqual(["a", "e"]);
});

test("a range from a row that is gone is that one row", () => {
  expect(keysOf(tick({ ...NOTHING, anchor: "gone" }, "c", true))).toEqual(["c"]);
});

test("the box above ticks all that are loaded, or none", () => {
  const all = tickedAll(tick(NOTHING, "b"), LOADED);
  expect(keysOf(all)).toEqual(LOADED);
  expect(tickedAll(all, LOADED)).toEqual(NOTHING);
});

test("one that is ticked off out of all that match leaves the others that are loaded", () => {
  const picked = tick({ ...NOTHING, isAll: true }, "c");
  expect(picked.isAll).toBe(false);
  expect(keysOf(picked)).toEqual(["a", "b", "d", "e"]);
});
