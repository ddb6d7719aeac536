import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";

it("the entry that a DAG imports loads nothing of the AWS SDK, and the one for jobs nothing before it is used", () => {
  const program = `
    import { registerHooks } from "node:module";
    const loaded = [];
    registerHooks({ resolve(name, context, next) { if (name.startsWith("@aws-sdk/")) loaded.push(name); return next(name, context); } });
    await import(${JSON.stringify(join(import.meta.dirname, "index.ts"))});
    const { jobs } = await import(${JSON.stringify(join(import.meta.dirname, "jobs.ts"))});
    console.log(jobs.has("ecsRunTask"), loaded.join());`;
  const args = [
    "--conditions=source",
    "--disable-warning=ExperimentalWarning",
    "--input-type=module",
    "--eval",
    program,
  ];
  expect(execFileSync(process.execPath, args, { encoding: "utf8" })).toBe("true \n");
});
