import { describe, expect, it } from "vitest";
import { holds, inWords, type ObjectTest, wantedInWords } from "./object-test.ts";

const deployment = (conditions: readonly object[], more: object = {}): { metadata: object; status: object } => ({
  metadata: { name: "web", generation: 2 },
  status: { conditions, ...more },
});
const available = { type: "Available", status: "True", reason: "MinimumReplicasAvailable", message: "it has them" };

describe("what an object is waited for", () => {
  it.each<[string, object, ObjectTest, boolean]>([
    ["a condition that is True", deployment([available]), { condition: "available" }, true],
    ["one that is not there", deployment([]), { condition: "Available" }, false],
    ["one that should be False", deployment([available]), { condition: "Available", status: "False" }, false],
    [
      "a status of an older version",
      deployment([available], { observedGeneration: 1 }),
      { condition: "Available" },
      false,
    ],
    ["one of this version", deployment([available], { observedGeneration: 2 }), { condition: "Available" }, true],
    [
      "a condition of an older version",
      deployment([{ ...available, observedGeneration: 1 }]),
      { condition: "Available" },
      false,
    ],
    ["a field", { metadata: {}, status: { phase: "Bound" } }, { path: "status.phase", equals: "Bound" }, true],
    [
      "one of several values",
      { metadata: {}, status: { phase: "Lost" } },
      { path: ".status.phase", equals: ["Bound", "Lost"] },
      true,
    ],
    [
      "a field with any value",
      { metadata: {}, status: { ingress: [{ ip: "10.0.0.1" }] } },
      { path: "status.ingress.0.ip" },
      true,
    ],
    ["a field that is not there", { metadata: {} }, { path: "status.ingress.0.ip" }, false],
    ["a number", { metadata: {}, status: { readyReplicas: 3 } }, { path: "status.readyReplicas", equals: "3" }, true],
    [
      "a field of an older version",
      deployment([], { observedGeneration: 1, phase: "Done" }),
      { path: "status.phase" },
      false,
    ],
  ])("holds or not: %s", (...[, object, test, expected]) => {
    expect(holds(object as never, test)).toBe(expected);
  });

  it("is told in words, and so is what is the case instead", () => {
    const object = deployment([{ ...available, status: "False" }]) as never;
    expect(inWords(object, { condition: "Available" })).toBe(
      "its condition Available is False (MinimumReplicasAvailable: it has them)",
    );
    expect(inWords(object, { condition: "Ready" })).toBe("it has no condition Ready");
    expect(inWords(object, { path: "metadata.name" })).toBe('metadata.name is "web"');
    expect(wantedInWords({ path: "status.phase", equals: ["A", "B"] })).toBe("status.phase=A|B");
    expect(wantedInWords({ condition: "Ready" })).toBe("condition Ready=True");
  });
});
