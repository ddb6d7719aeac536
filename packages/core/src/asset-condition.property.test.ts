import fc from "fast-check";
import { expect, test } from "vitest";
import { propertyRuns } from "./property-runs.testing.ts";
import { type AssetCondition, type AssetKey, assetId } from "./asset.ts";
import { type AssetStatus, isConditionMet, remainderOf } from "./asset-condition.ts";

const NAMES = ["a", "b", "c", "d", "e"];
const keyOf = (name: string): AssetKey => ({ name, uri: `s3://bucket/${name}` });
const key = fc.constantFrom(...NAMES).map(keyOf);

const condition = fc.letrec<{ any: AssetCondition }>((tie) => ({
  any: fc.oneof(
    { depthSize: "small" },
    key.map((asset) => ({ kind: "asset" as const, ...asset })),
    fc.constantFrom("x", "y").map((name) => ({ kind: "alias" as const, name })),
    fc.record({
      kind: fc.constantFrom("all" as const, "any" as const),
      of: fc.array(tie("any"), { minLength: 1, maxLength: 4 }),
    }),
  ),
})).any;

const status: fc.Arbitrary<AssetStatus> = fc.record({
  changed: fc.uniqueArray(key, { selector: assetId }),
  aliases: fc.record({ x: fc.array(key), y: fc.array(key) }, { requiredKeys: [] }),
});

/** The condition as a formula in which every name is replaced by what it is, and that is then computed. */
function oracle(of: AssetCondition, { changed, aliases }: AssetStatus): boolean {
  const has = (asset: AssetKey): boolean => changed.some(({ name, uri }) => name === asset.name && uri === asset.uri);
  if (of.kind === "asset") return has(of);
  if (of.kind === "alias") return (aliases[of.name] ?? []).filter(has).length > 0;
  let met = 0;
  for (const part of of.of) met += oracle(part, { changed, aliases }) ? 1 : 0;
  return of.kind === "all" ? met === of.of.length : met > 0;
}

test("a condition is met exactly when its formula is true", () => {
  fc.assert(
    fc.property(condition, status, (of, now) => {
      expect(isConditionMet(of, now)).toBe(oracle(of, now));
    }),
    propertyRuns(2000),
  );
});

test("what is left of a condition is met by whatever meets the condition, and by nothing that is there already", () => {
  fc.assert(
    fc.property(condition, status, key, (of, now, more) => {
      const left = remainderOf(of, now);
      const later = { ...now, changed: [...now.changed, more] };
      expect(left === null || isConditionMet(left, now)).toBe(left === null);
      expect(left === null || oracle(left, later)).toBe(oracle(of, later));
    }),
    propertyRuns(2000),
  );
});
