/** Layouts, each made once: at once for what people can overlook, beside the page for what is larger. */
import { layered } from "./layered.ts";
import type { Layout, LayoutInput } from "./layout.ts";

/** Fewer nodes are laid out sooner than a worker starts. */
const FEW = 300;

/** Layouts that are kept; the oldest gives way. */
const KEPT = 20;

const known = new Map<string, Promise<Layout>>();

/** @param key the same for what has the same layout */
export function layOut(key: string, input: LayoutInput): Promise<Layout> {
  const made = known.get(key);
  if (made !== undefined) return made;
  const making = input.nodes.length > FEW ? inWorker(input) : Promise.resolve(layered(input));
  known.set(key, making);
  making.catch(() => known.delete(key));
  const [oldest] = known.keys();
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  return making;
}

function inWorker(input: LayoutInput): Promise<Layout> {
  const worker = new Worker(new URL("./layout-worker.ts", import.meta.url), { type: "module" });
  const { promise, resolve, reject } = Promise.withResolvers<Layout>();
  worker.addEventListener("message", ({ data }: MessageEvent<Layout>) => resolve(data));
  worker.addEventListener("error", ({ message }) => reject(new Error(message)));
  worker.postMessage(input);
  return promise.finally(() => worker.terminate());
}
