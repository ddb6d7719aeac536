/** What variables, connections and pools have in common as resources: list, look, create, change, remove, in bulk. */
import type { FastifyInstance } from "fastify";
import { ApiError } from "../errors.ts";
import { type Entities, runBulk } from "../settings/bulk.ts";
import { listed, type ListQuery } from "../settings/listing.ts";

export type Kind = "variables" | "connections" | "pools";

type Shown = { readonly [column: string]: unknown };

/** One kind of setting. Readers of bodies are promised, since zod is loaded with the first body. */
export interface Resource<Fields> {
  readonly kind: Kind;
  /** Column of the name, and the query parameter that looks at it. */
  readonly name: string;
  readonly pattern: string;
  list(): Promise<readonly Shown[]>;
  show(name: string): Promise<Shown>;
  readPatch(body: unknown): Promise<Partial<Fields>>;
  entities(): Promise<Entities<Fields>>;
}

interface NamePath {
  Params: { name: string };
  Querystring: { update_mask?: string | string[] };
}

export function settingsRoutes<Fields>(server: FastifyInstance, resource: Resource<Fields>): void {
  const { kind, name, pattern } = resource;
  const path = `/api/v2/${kind}`;

  server.get<{ Querystring: ListQuery }>(path, async ({ query }) => {
    const { page, total } = listed(await resource.list(), query, { name, pattern });
    return { [kind]: page, total_entries: total };
  });

  server.get<NamePath>(`${path}/:name`, ({ params }) => resource.show(params.name));

  server.post(path, async ({ body }, reply) => {
    const entities = await resource.entities();
    const fields = entities.read(body);
    const created = entities.nameOf(fields);
    if (!(await entities.create(fields, "absent"))) throw entities.existsError(created);
    return reply.status(201).send(await resource.show(created));
  });

  server.patch<NamePath>(`${path}/:name`, async ({ params, query, body }) => {
    const fields = await resource.readPatch(body);
    const own = (fields as Shown)[name];
    if (own !== undefined && own !== params.name) throw new ApiError("other_name", [name]);
    const mask = query.update_mask === undefined ? null : [query.update_mask].flat();
    await (await resource.entities()).update(params.name, fields as Fields, mask);
    return resource.show(params.name);
  });

  server.delete<NamePath>(`${path}/:name`, async ({ params }, reply) => {
    await (await resource.entities()).remove(params.name);
    return reply.status(204).send();
  });

  server.patch(path, async ({ body }) => {
    const { readBulk } = await import("../settings/settings-bodies.ts");
    return runBulk(await resource.entities(), readBulk(kind, body));
  });
}

/** The fields that a change touches: those of the mask, or else those that the body names. */
export function touched<Fields extends object>(fields: Fields, mask: readonly string[] | null): Partial<Fields> {
  const given = Object.entries(fields).filter(
    ([field, value]) => value !== undefined && (mask?.includes(field) ?? true),
  );
  return Object.fromEntries(given) as Partial<Fields>;
}
