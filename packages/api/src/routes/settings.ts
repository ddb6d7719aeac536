/** What variables, connections and pools have in common as resources: list, look, create, change, remove, in bulk. */
import { ApiError } from "../errors.ts";
import { type Change, changing, type Entities, runBulk } from "../settings/bulk.ts";
import { listed } from "../settings/listing.ts";
import { answer, type Call, route, type Route } from "../route.ts";

export type Kind = "variables" | "connections" | "pools";

type Shown = { readonly [column: string]: unknown };

/** One kind of setting. Readers of bodies are promised, since zod is loaded with the first body. */
export interface Resource<Fields> {
  readonly kind: Kind;
  /** Column of the name. */
  readonly name: string;
  list(): Promise<readonly Shown[]>;
  show(name: string): Promise<Shown>;
  readPatch(body: unknown): Promise<Partial<Fields>>;
  entities(): Promise<Entities<Fields>>;
  /** Refuses a change that would do other than its preview has shown; null: the thing is removed. */
  requireExpected?(
    named: string,
    fields: Partial<Fields> | null,
    call: Pick<Call, "headers" | "mayDag">,
  ): Promise<void>;
}

/** What one of a kind is called in the names of operations, and its name in the path and in patterns. */
const ONE: { readonly [kind in Kind]: readonly [word: string, inPath: string] } = {
  variables: ["variable", "variable_key"],
  connections: ["connection", "connection_id"],
  pools: ["pool", "pool_name"],
};

async function schemasOf(kind: Kind) {
  return (await import("../schemas/settings.ts")).SETTINGS[kind];
}

export function settingsRoutes<Fields>(resource: Resource<Fields>): readonly Route[] {
  return [...reads(resource), ...changes(resource), ...wholes(resource)];
}

function reads<Fields>(resource: Resource<Fields>): readonly Route[] {
  const { kind, name } = resource;
  const [one, own] = ONE[kind];
  const path: string = `/api/v2/${kind}`;
  return [
    route({
      method: "GET",
      path,
      operationId: `get_${kind}`,
      access: { thing: kind, may: "read" },
      schemas: async () => (await schemasOf(kind)).list,
      handle: async ({ query }) => {
        const { page, total } = listed(await resource.list(), query, { name, inQuery: own });
        return { [kind]: page, total_entries: total };
      },
    }),

    route({
      method: "GET",
      path: `${path}/{${own}}`,
      operationId: `get_${one}`,
      access: { thing: kind, may: "read" },
      schemas: async () => (await schemasOf(kind)).one,
      handle: ({ params }) => resource.show(params[own] as string),
    }),
  ];
}

function changes<Fields>(resource: Resource<Fields>): readonly Route[] {
  const { kind, name } = resource;
  const [one, inPath] = ONE[kind];
  const path: string = `/api/v2/${kind}`;
  return [
    route({
      method: "PATCH",
      path: `${path}/{${inPath}}`,
      operationId: `patch_${one}`,
      access: { thing: kind, may: "edit" },
      schemas: async () => (await schemasOf(kind)).change,
      handle: async ({ params, query, body, tell, headers, mayDag }) => {
        const named = params[inPath] as string;
        const fields = await resource.readPatch(body);
        const own = (fields as Shown)[name];
        if (own !== undefined && own !== named) throw new ApiError("other_name", [name]);
        await resource.requireExpected?.(named, fields, { headers, mayDag });
        const { update_mask: mask = null } = query;
        const entities = await resource.entities();
        tell({ ...(await changing(entities, named, () => entities.update(named, fields as Fields, mask))) });
        return resource.show(named);
      },
    }),

    route({
      method: "DELETE",
      path: `${path}/{${inPath}}`,
      operationId: `delete_${one}`,
      access: { thing: kind, may: "delete" },
      schemas: async () => (await schemasOf(kind)).remove,
      handle: async ({ params, tell, headers, mayDag }) => {
        const named = params[inPath] as string;
        await resource.requireExpected?.(named, null, { headers, mayDag });
        const entities = await resource.entities();
        tell({ before: (await changing(entities, named, () => entities.remove(named))).before });
        return answer(204);
      },
    }),
  ];
}

/** What each action of a bulk request is. */
const MAY = { create: "create", update: "edit", delete: "delete" } as const;

/** Each acts on what the body names, one or many. */
function wholes<Fields>(resource: Resource<Fields>): readonly Route[] {
  const { kind } = resource;
  const [one] = ONE[kind];
  const path: string = `/api/v2/${kind}`;
  return [
    route({
      method: "POST",
      path,
      operationId: `post_${one}`,
      access: { thing: kind, may: "create" },
      schemas: async () => (await schemasOf(kind)).create,
      handle: async ({ body, tell }) => {
        const entities = await resource.entities();
        const fields = entities.read(body);
        const created = entities.nameOf(fields);
        if (!(await entities.create(fields, "absent"))) throw entities.existsError(created);
        tell({ after: await entities.logged(created) });
        return answer(201, await resource.show(created));
      },
    }),

    route({
      method: "PATCH",
      path,
      operationId: `bulk_${kind}`,
      access: { thing: kind, may: "edit" },
      schemas: async () => (await schemasOf(kind)).bulk,
      handle: async ({ body, may, tell }) => {
        const { readBulk } = await import("../settings/settings-bodies.ts");
        const actions = readBulk(kind, body);
        for (const { action } of actions) if (!may(kind, MAY[action])) throw new ApiError("forbidden");
        const changes: Change[] = [];
        const results = await runBulk(await resource.entities(), actions, (change) => changes.push(change));
        tell({ changes: changes.map((change) => ({ ...change })) });
        return results;
      },
    }),
  ];
}

/** The fields that a change touches: those of the mask, or else those that the body names. */
export function touched<Fields extends object>(fields: Fields, mask: readonly string[] | null): Partial<Fields> {
  const given = Object.entries(fields).filter(
    ([field, value]) => value !== undefined && (mask?.includes(field) ?? true),
  );
  return Object.fromEntries(given) as Partial<Fields>;
}
