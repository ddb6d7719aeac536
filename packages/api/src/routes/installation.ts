/** Settings, providers, plugins and the processes of this installation, in the shapes of Airflow's answers. */
import type { ApiOptions } from "../api-options.ts";
import { ApiError } from "../errors.ts";
import { type Installation, isAlive, type Service, type ShownSetting, UNKNOWN_INSTALLATION } from "../installation.ts";
import { inOrder } from "../paging.ts";
import { presentInstant } from "../present.ts";
import { answer, type Answer, route, type Route } from "../route.ts";

export function installationRoutes({ installation = UNKNOWN_INSTALLATION, clock }: ApiOptions): readonly Route[] {
  return [
    ...configRoutes(installation),
    ...providerRoutes(installation),
    ...pluginRoutes(),
    jobRoute(installation, clock),
  ];
}

function configRoutes(installation: Installation): readonly Route[] {
  const access = { thing: "config", may: "read" } as const;
  return [
    route({
      method: "GET",
      path: "/api/v2/config",
      operationId: "get_config",
      access,
      schemas: async () => (await import("../schemas/installation.ts")).config,
      handle: ({ query: { section }, headers }) => {
        const format = formatOf(headers.accept);
        const wanted = shown(installation).filter((each) => section === undefined || each.section === section);
        if (section !== undefined && wanted.length === 0) throw new ApiError("config_section_not_found", [section]);
        return presentConfig(wanted, format);
      },
    }),
    route({
      method: "GET",
      path: "/api/v2/config/section/{section}/option/{option}",
      operationId: "get_config_value",
      access,
      schemas: async () => (await import("../schemas/installation.ts")).option,
      handle: ({ params: { section, option }, headers }) => {
        const format = formatOf(headers.accept);
        const wanted = shown(installation).filter((each) => each.section === section && each.option === option);
        if (wanted.length === 0) throw new ApiError("config_option_not_found", [section, option]);
        return presentConfig(wanted, format);
      },
    }),
    route({
      method: "GET",
      path: "/api/momiji/v1/config",
      operationId: "get_config_sources",
      access,
      schemas: async () => (await import("../schemas/installation.ts")).configSources,
      handle: () => ({
        settings: shown(installation).map(({ section, option, source, about, value, standard, isSecret }) => ({
          section,
          option,
          source,
          about,
          value: isSecret ? HIDDEN : value,
          standard: isSecret ? HIDDEN : standard,
          is_secret: isSecret,
        })),
      }),
    }),
  ];
}

/** @throws ApiError `config_hidden` */
function shown(installation: Installation): readonly ShownSetting[] {
  if (!installation.exposesConfig) throw new ApiError("config_hidden");
  return installation.settings();
}

const HIDDEN = "< hidden >";

function presentConfig(settings: readonly ShownSetting[], format: "json" | "text"): unknown {
  const sections = [...Map.groupBy(settings, ({ section }) => section)].map(([name, options]) => ({
    name,
    options: options.map(({ option, value, isSecret }) => ({ key: option, value: isSecret ? HIDDEN : value })),
  }));
  return format === "json" ? { sections } : asText(sections);
}

function asText(sections: readonly { name: string; options: readonly { key: string; value: string }[] }[]): Answer {
  const parts = sections.map(
    ({ name, options }) => `[${name}]\n${options.map(({ key, value }) => `${key} = ${value}\n`).join("")}`,
  );
  return answer(200, parts.join("\n"), { "content-type": "text/plain; charset=utf-8" });
}

/** As Airflow: JSON unless only text is wanted. @throws ApiError `not_acceptable` */
export function formatOf(accept: string | undefined): "json" | "text" {
  const kinds = (accept ?? "*/*").split(",").map((kind) => (kind.split(";")[0] ?? "").trim().toLowerCase());
  if (kinds.some((kind) => kind === "application/json" || kind === "*/*" || kind === "application/*")) return "json";
  if (kinds.some((kind) => kind === "text/plain" || kind === "text/*")) return "text";
  throw new ApiError("not_acceptable");
}

function providerRoutes(installation: Installation): readonly Route[] {
  return [
    route({
      method: "GET",
      path: "/api/v2/providers",
      operationId: "get_providers",
      access: { thing: "providers", may: "read" },
      schemas: async () => (await import("../schemas/installation.ts")).providers,
      handle: async ({ query: { limit, offset } }) => {
        const all = await installation.providers();
        const providers = all.slice(offset, offset + limit).map((each) => ({
          package_name: each.packageName,
          description: each.description,
          version: each.version,
          documentation_url: each.documentationUrl,
        }));
        return { providers, total_entries: all.length };
      },
    }),
    route({
      method: "GET",
      path: "/api/momiji/v1/providers",
      operationId: "get_provider_details",
      access: { thing: "providers", may: "read" },
      schemas: async () => (await import("../schemas/installation.ts")).providerDetails,
      handle: async () => ({
        providers: (await installation.providers()).map((each) => ({
          package_name: each.packageName,
          description: each.description,
          version: each.version,
          operators: each.operators,
          connection_types: each.connectionTypes,
          guide: each.guide,
          problem: each.problem,
        })),
      }),
    }),
  ];
}

/** Momiji has no plugins: what would be one is a package that a DAG file imports. */
function pluginRoutes(): readonly Route[] {
  return [
    route({
      method: "GET",
      path: "/api/v2/plugins",
      operationId: "get_plugins",
      access: { thing: "plugins", may: "read" },
      schemas: async () => (await import("../schemas/installation.ts")).plugins,
      handle: () => ({ plugins: [], total_entries: 0 }),
    }),
    route({
      method: "GET",
      path: "/api/v2/plugins/importErrors",
      operationId: "import_errors",
      access: { thing: "plugins", may: "read" },
      schemas: async () => (await import("../schemas/installation.ts")).pluginErrors,
      handle: () => ({ import_errors: [], total_entries: 0 }),
    }),
  ];
}

const COLUMNS = {
  id: ({ id }: Service) => id,
  /** None has one. */
  dag_id: () => "",
  job_type: ({ type }: Service) => type,
  state: ({ state }: Service) => state,
  start_date: ({ startedAt }: Service) => startedAt,
  end_date: ({ endedAt }: Service) => endedAt ?? Number.MAX_SAFE_INTEGER,
  latest_heartbeat: ({ heartbeatAt }: Service) => heartbeatAt,
  executor_class: ({ executor }: Service) => executor ?? "",
  hostname: ({ hostname }: Service) => hostname,
  unixname: ({ user }: Service) => user,
};

function jobRoute(installation: Installation, clock: ApiOptions["clock"]): Route {
  return route({
    method: "GET",
    path: "/api/v2/jobs",
    operationId: "get_jobs",
    access: { thing: "jobs", may: "read" },
    schemas: async () => (await import("../schemas/installation.ts")).jobs,
    handle: ({ query }) => {
      const now = clock.now();
      const wanted = installation
        .services()
        .filter(
          (each) =>
            (query.is_alive === undefined || query.is_alive === isAlive(each, now)) &&
            isWithin(each.startedAt, query, "start_date") &&
            isWithin(each.endedAt, query, "end_date") &&
            (query.job_state ?? each.state) === each.state &&
            (query.job_type ?? each.type) === each.type &&
            (query.hostname ?? each.hostname) === each.hostname &&
            (query.executor_class ?? each.executor) === each.executor,
        );
      const ordered = inOrder(wanted, query.order_by, COLUMNS);
      const page = ordered.slice(query.offset, query.offset + query.limit);
      return { jobs: page.map(presentService), total_entries: wanted.length };
    },
  });
}

type Bounds = { readonly [name: string]: unknown };

function isWithin(at: number | null, bounds: Bounds, name: string): boolean {
  const bound = (end: string): number | undefined => bounds[`${name}_${end}`] as number | undefined;
  const [gte, gt, lte, lt] = [bound("gte"), bound("gt"), bound("lte"), bound("lt")];
  if (gte === undefined && gt === undefined && lte === undefined && lt === undefined) return true;
  if (at === null) return false;
  return at >= (gte ?? at) && at > (gt ?? at - 1) && at <= (lte ?? at) && at < (lt ?? at + 1);
}

function presentService(service: Service) {
  return {
    id: service.id,
    dag_id: null,
    state: service.state,
    job_type: service.type,
    start_date: presentInstant(service.startedAt),
    end_date: presentInstant(service.endedAt),
    latest_heartbeat: presentInstant(service.heartbeatAt),
    executor_class: service.executor,
    hostname: service.hostname,
    unixname: service.user,
    dag_display_name: null,
  };
}
