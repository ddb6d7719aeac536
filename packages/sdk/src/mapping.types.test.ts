/** What mapping accepts and what must not compile. `tsc -b` checks the expectations; the run shows that the DAGs build. */
import { expect, expectTypeOf, test } from "vitest";
import { dag } from "./dag.ts";
import { defineOperator } from "./define-operator.ts";
import type { GroupInput } from "./group-input.ts";
import { concat, zip } from "./mapped-of.ts";
import type { Mapped } from "./mapped.ts";
import type { Output } from "./output.ts";

const copy = defineOperator({
  name: "copy",
  templateFields: ["from"],
  run: (_ctx, params: { from: string; to: string; deep?: boolean }) => params.to.length,
});

test("each instance gets one element, and the outputs of all are a list", () => {
  dag({ id: "typed" }, ({ task }) => {
    const files = task("files", () => ["a.csv", "b.csv"]);
    const sizes = task("sizes", () => ({ "a.csv": 1, "b.csv": 2 }));
    const lines = task.map("lines", { file: files, times: [1, 2] }, ({ file, times }, ctx) => {
      expectTypeOf(file).toEqualTypeOf<string>();
      expectTypeOf(times).toExtend<number>();
      return `${file} ${times} ${ctx.mapIndex}`;
    });
    expectTypeOf(lines).toEqualTypeOf<Output<string[]>>();
    task("join", { lines }, ({ lines }) => lines.join("\n"));
    task.map("each", { line: lines }, ({ line }) => line.length);
    task.map("pairs", { entry: sizes }, ({ entry: [name, size] }) => name.repeat(size));
    task.map("fixed", { over: { file: files }, inputs: { sizes }, retries: 2 }, ({ file, sizes }) => {
      expectTypeOf(sizes).toEqualTypeOf<{ "a.csv": number; "b.csv": number }>();
      return sizes["a.csv"] + file.length;
    });
    const total = task("total", () => 3);
    // @ts-expect-error a number cannot be mapped over
    task.map("no_list", { total }, ({ total }) => total);
    // @ts-expect-error the element is a text
    task.map("wrong_element", { file: files }, ({ file }) => file.toFixed());
    // @ts-expect-error the function wants something else
    task.map("wrong_parameter", { file: files }, ({ file }: { file: number }) => file);
    // @ts-expect-error no such input
    task.map("unknown_input", { file: files }, ({ name }) => name);
    // @ts-expect-error a number has no elements
    expect(() => total.map((each) => each).length).toBeDefined();
    // @ts-expect-error neither have single values
    expect(() => task.map("value", { file: 3 }, ({ file }) => file)).toThrow("cannot be mapped over");
  });
});

test("map, zip and concat keep track of the elements", () => {
  dag({ id: "made" }, ({ task }) => {
    const files = task("files", () => ["a", "b"]);
    const upper = files.map((file) => ({ name: file.toUpperCase(), at: new Date(0) }));
    expectTypeOf(upper).toEqualTypeOf<Mapped<{ name: string; at: string }>>();
    const zipped = zip(files, [1, 2, 3]);
    task.map("zipped", { pair: zipped }, ({ pair: [file, number] }) => file.repeat(number));
    const filled = zip(files, [1, 2, 3], { fill: null });
    task.map("filled", { pair: filled }, ({ pair: [file] }) => {
      expectTypeOf(file).toEqualTypeOf<string | null>();
    });
    task.map("chained", { each: concat(files, [1]) }, ({ each }) => {
      expectTypeOf(each).toExtend<string | number>();
    });
    task.mapKwargs("sets", upper, ({ name, at }) => name + at);
    task.mapKwargs("sets_with_options", { over: [{ x: 1, y: 2 }], retries: 1 }, ({ x, y }) => x + y);
    // @ts-expect-error sets are objects
    task.mapKwargs("no_sets", { over: files }, (set) => set);
    // @ts-expect-error there is no such field
    task.mapKwargs("no_field", upper, ({ size }) => size);
  });
});

test("operators are mapped over their params, the rest stays fixed", () => {
  dag({ id: "operators" }, ({ task }) => {
    const files = task("files", () => ["a", "b"]);
    const copied = copy.map("copied", { from: files }, { to: "there", retries: 1 });
    expectTypeOf(copied).toEqualTypeOf<Output<number[]>>();
    copy.map("all", { from: files, to: ["x", "y"] });
    copy.mapKwargs("sets", [{ from: "a", to: "b" }]);
    // @ts-expect-error `to` is missing
    expect(() => copy.map("missing", { from: files })).not.toThrow();
    // @ts-expect-error elements have the wrong type
    copy.map("wrong", { from: [1, 2] }, { to: "there" });
    // @ts-expect-error options of tasks are the same for all instances
    expect(() => copy.map("options", { retries: [1, 2] }, { from: "a", to: "b" })).toThrow("cannot be mapped over");
    // @ts-expect-error no such param
    copy.map("no_param", { form: files }, { from: "a", to: "b" });
    // @ts-expect-error it stands in both
    copy.map("twice", { from: files }, { from: "a", to: "b" });
  });
});

test("inside of a mapped group there is one value, outside of it the list of all", () => {
  dag({ id: "groups" }, ({ task, group }) => {
    const files = task("files", () => ["a", "b"]);
    const loads = group.map("load", { file: files }, ({ file }) => {
      expectTypeOf(file).toEqualTypeOf<GroupInput<string>>();
      const rows = task("read", { file }, ({ file }) => [file, file]);
      const count = task("count", { rows }, ({ rows }) => rows.length);
      return { count };
    });
    expectTypeOf(loads.outputs.count).toEqualTypeOf<Output<number[]>>();
    task("sum", { counts: loads.outputs.count }, ({ counts }) => counts.reduce((a, b) => a + b, 0));
    group.mapKwargs("sets", [{ x: 1, y: "a" }], ({ x, y }) => task("both", { x, y }, ({ x, y }) => y.repeat(x)));
    // @ts-expect-error the group gives no such value
    group.map("wrong", { file: files }, ({ name }) => [name, task("some", () => 1)]);
  });
});

test("mapped branches are typed by their choices and elements", () => {
  dag({ id: "branches" }, ({ task, branch, shortCircuit }) => {
    const files = task("files", () => ["a", "b"]);
    const choices = { one: task("one", () => 1), two: task("two", () => 2) };
    branch.map("by", { over: { file: files }, choices }, ({ file }) => (file.length > 1 ? "one" : "two"));
    branch.map("free", { file: files }, ({ file }) => file);
    expectTypeOf(shortCircuit.map("open", { file: files }, ({ file }) => file !== "a")).toEqualTypeOf<
      Output<boolean[]>
    >();
    // @ts-expect-error there is no such choice
    branch.map("wrong", { over: { file: files }, choices }, () => "three");
  });
});
