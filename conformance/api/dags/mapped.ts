import { cronTrigger, dag } from "momiji";

export default dag(
  { id: "mapped", schedule: cronTrigger("0 0 * * *"), catchup: false, tags: ["gold", "mapped"] },
  ({ task }) => {
    const files = task("files", () => ["a.csv", "b.csv", "c.csv"]);
    const sizes = task.map("size", { over: { f: files }, mapIndexTemplate: "{{ inputs.f }}" }, ({ f }) => {
      if (f.startsWith("b")) throw new Error("bad file");
      return f.length;
    });
    task("total", { inputs: { sizes }, triggerRule: "all_done" }, ({ sizes: given }) =>
      given.reduce((sum, size) => sum + (size ?? 0), 0),
    );
  },
);
