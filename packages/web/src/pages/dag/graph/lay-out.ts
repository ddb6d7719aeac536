/** Layouts, each made once in a worker: ELK's for what people can overlook, a plain one for what is larger. */
import ELK, { type ElkNode } from "elkjs/lib/elk-api.js";
import { GAP, type Layout, type LayoutInput, PADDING, type Placed } from "./layout.ts";

/** Beyond that ELK takes longer than people wait. */
const MOST_FOR_ELK = 300;

/** Layouts that are kept; the oldest gives way. */
const KEPT = 20;

const known = new Map<string, Promise<Layout>>();

/** @param key the same for what has the same layout */
export function layOut(key: string, input: LayoutInput): Promise<Layout> {
  const made = known.get(key);
  if (made !== undefined) return made;
  const making = input.nodes.length > MOST_FOR_ELK ? byLayers(input) : byElk(input);
  known.set(key, making);
  making.catch(() => known.delete(key));
  const [oldest] = known.keys();
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  return making;
}

function byLayers(input: LayoutInput): Promise<Layout> {
  const worker = new Worker(new URL("./layout-worker.ts", import.meta.url), { type: "module" });
  const { promise, resolve, reject } = Promise.withResolvers<Layout>();
  worker.addEventListener("message", ({ data }: MessageEvent<Layout>) => resolve(data));
  worker.addEventListener("error", ({ message }) => reject(new Error(message)));
  worker.postMessage(input);
  return promise.finally(() => worker.terminate());
}

let elk: InstanceType<typeof ELK> | undefined;

async function byElk({ nodes, edges, direction }: LayoutInput): Promise<Layout> {
  elk ??= new ELK({
    workerFactory: () => new Worker(new URL("./elk-worker.ts", import.meta.url), { type: "module" }),
  });
  const elements = new Map<string, ElkNode & { children: ElkNode[] }>();
  const root = { id: "\nroot", children: [] as ElkNode[] };
  for (const { id, parent, width, height } of nodes) {
    const element = { id, width, height, children: [], layoutOptions: GROUP };
    elements.set(id, element);
    (elements.get(parent ?? "") ?? root).children.push(element);
  }
  const graph: ElkNode = await elk.layout({
    ...root,
    layoutOptions: { ...OPTIONS, "elk.direction": direction === "right" ? "RIGHT" : "DOWN" },
    edges: edges.map(([from, to]) => ({ id: `${from}\n${to}`, sources: [from], targets: [to] })),
  });
  return { nodes: placedIn(graph), width: graph.width ?? 0, height: graph.height ?? 0 };
}

const OPTIONS = {
  "elk.algorithm": "layered",
  "elk.hierarchyHandling": "INCLUDE_CHILDREN",
  "elk.layered.spacing.nodeNodeBetweenLayers": String(GAP.layer),
  "elk.spacing.nodeNode": String(GAP.node),
  "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
  "elk.edgeRouting": "POLYLINE",
  "elk.padding": "[top=0,left=0,bottom=0,right=0]",
};

const GROUP = {
  "elk.padding": `[top=${PADDING.top},left=${PADDING.side},bottom=${PADDING.side},right=${PADDING.side}]`,
};

function placedIn({ children = [] }: ElkNode): readonly Placed[] {
  return children.flatMap((child) => {
    const { id, x = 0, y = 0, width = 0, height = 0 } = child;
    return [{ id, x, y, width, height }, ...placedIn(child)];
  });
}
