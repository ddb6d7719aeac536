/** `group.map` and `group.mapKwargs`: the tasks of a group run once for each element, each map index by itself. */
import { type AuthorMapping, productMapping, setsMapping } from "./author-mapping.ts";
import type { DagDraft } from "./dag-draft.ts";
import { dagPlace } from "./definition-error.ts";
import type { GroupInput } from "./group-input.ts";
import { GroupInputNode } from "./group-input-node.ts";
import type { GroupOptions } from "./group-options.ts";
import type { ElementOf, MappedInputs } from "./mappable.ts";
import { type MappableSets, readMapped, readSets } from "./map-arguments.ts";
import type { Output, TaskGroup } from "./output.ts";

/** Outside of the group the output of a task in it is the list of what it returned for each map index. */
export type Collected<T> =
  T extends Output<infer R>
    ? Output<R[]>
    : T extends readonly unknown[] | { readonly [name: string]: unknown }
      ? { readonly [K in keyof T]: Collected<T[K]> }
      : T;

type GroupInputs<V> = { readonly [Name in keyof V]: GroupInput<V[Name]> };
type ProductInputs<M extends MappedInputs> = { readonly [Name in keyof M]: GroupInput<ElementOf<M[Name]>> };

export interface MapGroup {
  /** For each element, for several inputs for every combination. `build` runs once; its tasks take what it is given. */
  <const M extends MappedInputs, T>(
    id: string,
    over: M,
    build: (inputs: ProductInputs<M>) => T,
  ): TaskGroup<Collected<T>>;
  <const M extends MappedInputs, T>(
    id: string,
    options: GroupOptions & { readonly over: M },
    build: (inputs: ProductInputs<M>) => T,
  ): TaskGroup<Collected<T>>;
}

export interface MapGroupKwargs {
  /** For each object of named values (Airflow's `expand_kwargs`). */
  <S extends MappableSets, T>(
    id: string,
    sets: S,
    build: (inputs: GroupInputs<ElementOf<S>>) => T,
  ): TaskGroup<Collected<T>>;
  <S extends MappableSets, T>(
    id: string,
    options: GroupOptions & { readonly over: S },
    build: (inputs: GroupInputs<ElementOf<S>>) => T,
  ): TaskGroup<Collected<T>>;
}

/** Adds the group itself. */
export type AddMappedGroup = (group: {
  readonly id: string;
  readonly options: GroupOptions;
  readonly mapping: AuthorMapping;
  readonly build: () => unknown;
}) => TaskGroup;

export function mapGroups(draft: DagDraft, add: AddMappedGroup): { map: MapGroup; mapKwargs: MapGroupKwargs } {
  const placeOf = (id: string): string => `${dagPlace(draft.dagId)}, group ${JSON.stringify(draft.fullId(id))}`;
  type Build = (inputs: object) => unknown;
  return {
    map: (id: string, given: object, build: Build) => {
      const { over, options } = readMapped<GroupOptions>(given);
      const mapping = productMapping(over, placeOf(id));
      const groupId = draft.fullId(id);
      const inputs = Object.fromEntries(
        (mapping.names ?? []).map((name) => [name, new GroupInputNode(draft, groupId, name)]),
      );
      return add({ id, options, mapping, build: () => build(inputs) });
    },
    mapKwargs: (id: string, given: object, build: Build) => {
      const { over, options } = readSets<GroupOptions>(given);
      const inputs = anyInput(draft, draft.fullId(id));
      return add({ id, options, mapping: setsMapping(over, placeOf(id)), build: () => build(inputs) });
    },
  } as { map: MapGroup; mapKwargs: MapGroupKwargs };
}

/** Which names the sets have is known when the group runs. */
function anyInput(draft: DagDraft, groupId: string): object {
  return new Proxy(
    {},
    { get: (_, name) => (typeof name === "string" ? new GroupInputNode(draft, groupId, name) : undefined) },
  );
}
