/** What users set for themselves: preferences, and views that they have saved. Beside Airflow's API. */
import type { UserDocumentName } from "@momiji/store";
import type { ApiOptions } from "../api-options.ts";
import { ApiError } from "../errors.ts";
import { answer, route, type Route } from "../route.ts";

const NAMES = ["preferences", "views"] as const satisfies readonly UserDocumentName[];

/** What a user has who has set nothing. */
const EMPTY = { preferences: {}, views: [] } as const;

/** Characters of JSON that are kept of each. */
const LARGEST = 64 * 1024;

export function personalRoutes({ store, clock }: ApiOptions): readonly Route[] {
  return NAMES.flatMap((name) => [
    route({
      method: "GET",
      path: `/api/momiji/v1/me/${name}`,
      operationId: `get_my_${name}`,
      access: "signed_in",
      schemas: async () => (await import("../schemas/views.ts")).keptDocument,
      handle: async ({ principal }) => (await store.findUserDocument(principal.name, name)) ?? EMPTY[name],
    }),
    route({
      method: "PUT",
      path: `/api/momiji/v1/me/${name}`,
      operationId: `set_my_${name}`,
      access: "signed_in",
      schemas: async () => (await import("../schemas/views.ts")).document,
      handle: async ({ principal, body: value }) => {
        if (JSON.stringify(value).length > LARGEST) throw new ApiError("document_too_large", [name, String(LARGEST)]);
        await store.putUserDocument(principal.name, { name, value }, clock.now());
        return answer(204);
      },
    }),
  ]);
}
