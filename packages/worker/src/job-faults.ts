/**
 * For tests of job operators: an operator that stops dead where it is told to, so that its worker can be killed at exactly that
 * point. Everything else in it is real.
 */
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AnyJobOperator, JobContext, JobLine } from "@momiji/sdk";

/**
 * A file of this name in the folder of faults arms a point; `NAME.reached` appears when it is reached, and nothing goes on.
 * `line-N`: when the N-th line of a `follow` was sent.
 */
export type FaultPoint =
  | "before-launch"
  | "after-launch"
  | `line-${number}`
  | "after-follow"
  | "before-cancel"
  | "after-cancel"
  | "before-release"
  | "after-release";

export function withFaults(operator: AnyJobOperator, folder: string): AnyJobOperator {
  const at = async (point: FaultPoint): Promise<void> => {
    if (!existsSync(join(folder, point))) return;
    writeFileSync(join(folder, `${point}.reached`), "");
    await new Promise<never>(() => {});
  };
  return {
    ...operator,
    async launch(ctx, params) {
      await at("before-launch");
      const handle = await operator.launch(ctx, params);
      await at("after-launch");
      return handle;
    },
    async follow(ctx, job) {
      const end = await followTo(operator, { ctx: stoppingAt(ctx, armedLine(folder), at), job });
      await at("after-follow");
      return end;
    },
    async cancel(ctx, job) {
      await at("before-cancel");
      await operator.cancel(ctx, job);
      await at("after-cancel");
    },
    async release(ctx, job) {
      await at("before-release");
      await operator.release?.(ctx, job);
      await at("after-release");
    },
  };
}

interface Following {
  readonly ctx: { readonly ctx: JobContext; readonly hasStopped: () => boolean };
  readonly job: Parameters<AnyJobOperator["follow"]>[1];
}

/** Once a line stops it, nobody hears what the operator's own function comes to: the job may end before its worker is killed. */
async function followTo(operator: AnyJobOperator, { ctx, job }: Following): ReturnType<AnyJobOperator["follow"]> {
  try {
    return await operator.follow(ctx.ctx, job);
  } finally {
    if (ctx.hasStopped()) await new Promise<never>(() => {});
  }
}

function armedLine(folder: string): number | null {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const armed = names.map((name) => /^line-(\d+)$/.exec(name)?.[1]).find((number) => number !== undefined);
  return armed === undefined ? null : Number(armed);
}

/** Nothing is heard of the lines after that one. */
function stoppingAt(ctx: JobContext, last: number | null, at: (point: FaultPoint) => Promise<void>): Following["ctx"] {
  let seen = 0;
  const hasStopped = (): boolean => last !== null && seen >= last;
  if (last === null) return { ctx, hasStopped };
  const line = (line: JobLine): void => {
    if (++seen <= last) ctx.line(line);
    if (seen === last) void ctx.drained().then(() => at(`line-${last}`));
  };
  // Its own fields are private to it, so it is asked for everything but its lines.
  const watched = new Proxy(ctx, {
    get(target, key) {
      if (key === "line") return line;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
  return { ctx: watched, hasStopped };
}
