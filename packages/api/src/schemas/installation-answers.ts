/** What is answered about the installation itself, in Airflow's words. */
import { z } from "zod";
import { collection, Instant } from "./answer.ts";

const Text = z.string().nullable();

const ConfigOption = z
  .strictObject({ key: z.string(), value: z.string().meta({ description: "`< hidden >` if it is a secret" }) })
  .meta({ id: "ConfigOption" });

const ConfigSection = z
  .strictObject({ name: z.string(), options: z.array(ConfigOption) })
  .meta({ id: "ConfigSection" });

export const Config = z
  .strictObject({ sections: z.array(ConfigSection) })
  .meta({ id: "Config", description: "Settings by section; as they are now, wherever they came from." });

export const ConfigSources = z
  .strictObject({
    settings: z.array(
      z.strictObject({
        section: z.string(),
        option: z.string(),
        value: z.string().meta({ description: "`< hidden >` if it is a secret" }),
        standard: z.string().meta({ description: "What it is unless it is set" }),
        source: z.string().meta({ description: "`default`, `flag`, a file, or an environment variable" }),
        about: z.string(),
        is_secret: z.boolean(),
      }),
    ),
  })
  .meta({ id: "ConfigSources", description: "Settings, and where each came from" });

const Provider = z
  .strictObject({ package_name: z.string(), description: z.string(), version: z.string(), documentation_url: Text })
  .meta({ id: "ProviderResponse", description: "A package of Momiji that is installed." });

export const ProviderDetails = z
  .strictObject({
    providers: z.array(
      z.strictObject({
        package_name: z.string(),
        description: z.string(),
        version: z.string().meta({ description: "Empty: it is not known" }),
        operators: z.array(z.string()).meta({ description: "As DAG files import them" }),
        connection_types: z.array(z.string()),
        guide: Text.meta({ description: "Page of the documentation, such as `guides/docker`" }),
        problem: z.enum(["another_version", "unreadable"]).nullable(),
      }),
    ),
  })
  .meta({ id: "ProviderDetails", description: "What Momiji's installed packages bring" });

export const Providers = collection("ProviderCollectionResponse", "providers", Provider);

const Plugin = z.strictObject({ name: z.string() }).meta({
  id: "PluginResponse",
  description: "Momiji has none: what would be one is a package that a DAG file imports.",
});

export const Plugins = collection("PluginCollectionResponse", "plugins", Plugin);

const PluginImportError = z
  .strictObject({ source: z.string(), error: z.string() })
  .meta({ id: "PluginImportErrorResponse" });

export const PluginImportErrors = collection("PluginImportErrorCollectionResponse", "import_errors", PluginImportError);

const Job = z
  .strictObject({
    id: z.int(),
    dag_id: z.null(),
    state: z.enum(["running", "success", "failed"]),
    job_type: z.string().meta({ description: "`SchedulerJob`, `TriggererJob` or `DagProcessorJob`" }),
    start_date: Instant,
    end_date: Instant.nullable(),
    latest_heartbeat: Instant,
    executor_class: Text,
    hostname: z.string(),
    unixname: z.string().meta({ description: "The user of the operating system that it runs as" }),
    dag_display_name: z.null(),
  })
  .meta({ id: "JobResponse", description: "A part of a process that keeps the installation going." });

export const Jobs = collection("JobCollectionResponse", "jobs", Job);
