/** The objects behind `Mapped`, and from what an author maps over to its place in the spec. */
import type { Json, MapFunction, MappedValue } from "@momiji/core";
import type { DagDraft } from "./dag-draft.ts";
import { DagDefinitionError } from "./definition-error.ts";
import { jsonOf } from "./json-value.ts";

/** A task's output, as far as mapping is concerned. */
export interface MappedOutput {
  readonly taskId: string;
  readonly label: string;
  isIn(draft: DagDraft): boolean;
}

type Apply = (element: never) => unknown;

type Shape =
  | { readonly kind: "value"; readonly value: object }
  | { readonly kind: "output"; readonly output: MappedOutput }
  | { readonly kind: "map"; readonly of: MappedNode; readonly apply: Apply }
  | { readonly kind: "zip"; readonly of: readonly MappedNode[]; readonly fill?: unknown }
  | { readonly kind: "concat"; readonly of: readonly MappedNode[] };

/** Where a sequence stands in a DAG, for messages and checks. */
export interface MappedPlace {
  readonly draft: DagDraft;
  readonly place: string;
  /** What the author calls it. */
  readonly name: string;
}

export class MappedNode {
  readonly #shape: Shape;
  constructor(shape: Shape) {
    this.#shape = shape;
  }

  map(apply: Apply): MappedNode {
    return new MappedNode({ kind: "map", of: this, apply });
  }

  /** @throws DagDefinitionError if something in it is no JSON, or belongs to another DAG. */
  toSpec(at: MappedPlace): MappedValue {
    const shape = this.#shape;
    switch (shape.kind) {
      case "value":
        return { kind: "list", values: literalValues(shape.value, at) };
      case "output":
        if (shape.output.isIn(at.draft)) return { kind: "output", taskId: shape.output.taskId };
        throw new DagDefinitionError(at.place, `${at.name} is ${shape.output.label} of another DAG`);
      case "map":
        return { kind: "map", of: shape.of.toSpec(at) };
      case "zip": {
        const of = shape.of.map((node) => node.toSpec(at));
        return Object.hasOwn(shape, "fill")
          ? { kind: "zip", of, fill: jsonOf(shape.fill, "fill", at.place) }
          : { kind: "zip", of };
      }
      case "concat":
        return { kind: "concat", of: shape.of.map((node) => node.toSpec(at)) };
    }
  }

  /** Of a list that stands here, its values; undefined: it is made elsewhere. */
  literal(): readonly unknown[] | undefined {
    return this.#shape.kind === "value" && Array.isArray(this.#shape.value) ? this.#shape.value : undefined;
  }

  /** Applies the function of the `map` that the rest of the path leads to. */
  apply(element: Json, path: Parameters<MapFunction>[1]): Json {
    const shape = this.#shape;
    const [step, ...rest] = path;
    if (step !== undefined && "of" in shape) {
      const child = Array.isArray(shape.of) ? shape.of[Number(step)] : shape.of;
      return (child as MappedNode).apply(element, rest);
    }
    if (shape.kind !== "map") throw new Error("the DAG file has changed: it holds no function for this mapping");
    return sent(shape.apply(element as never));
  }
}

function literalValues(value: object, { place, name }: MappedPlace): readonly Json[] {
  if (Array.isArray(value)) return value.map((item, index) => jsonOf(item, `${name}[${index}]`, place));
  return Object.entries(value).map(([key, item]) => [key, jsonOf(item, `${name}.${key}`, place)]);
}

/** What the function gave, as it would arrive from a task. */
function sent(value: unknown): Json {
  if (value instanceof Promise) {
    value.catch(() => {});
    throw new TypeError("a function given to map must not be async: let a task do what takes time");
  }
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as Json);
}
