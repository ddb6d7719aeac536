/** Bare warm children: a message in, fibo computed, a message out, and nothing else. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export interface WarmChildren {
  /** One call on one of the children; resolves with fibo(n). */
  call(n: number, child?: number): Promise<number>;
  readonly size: number;
  stop(): void;
}

export async function startWarmChildren(size: number): Promise<WarmChildren> {
  const children = await Promise.all(Array.from({ length: size }, startChild));
  const waiting = children.map(() => [] as ((value: number) => void)[]);
  children.forEach((child, index) => child.on("message", (value: number) => waiting[index]?.shift()?.(value)));
  return {
    size,
    call: (n, child = 0) =>
      new Promise((resolve) => {
        waiting[child]?.push(resolve);
        children[child]?.send(n);
      }),
    stop: () => children.forEach((child) => child.kill("SIGKILL")),
  };
}

async function startChild(): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL("warm-child.ts", import.meta.url)), { execArgv: [] });
  await once(child, "message");
  return child;
}
