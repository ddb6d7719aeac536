/** Questions about the installation itself, in Airflow's words. */
import { z } from "zod";
import { order } from "./choices.ts";
import { HTTPException } from "./errors.ts";
import {
  Config,
  ConfigSources,
  Jobs,
  PluginImportErrors,
  Plugins,
  ProviderDetails,
  Providers,
} from "./installation-answers.ts";
import { flag, page, text } from "./query.ts";
import { instants } from "./ranges.ts";

/** JSON, or as the text of a file of settings; anything else is not acceptable. */
const shown = {
  200: { "application/json": Config, "text/plain": z.string().meta({ example: "[core]\nparallelism = 16\n" }) },
  404: HTTPException,
  406: HTTPException,
};

export const config = {
  query: z.object({ section: text.optional().describe("Only the options of this section") }),
  answers: shown,
};
export const option = { answers: shown };

const pages = z.object(page);

export const configSources = { answers: { 200: ConfigSources } };
export const providers = { query: pages, answers: { 200: Providers } };
export const providerDetails = { answers: { 200: ProviderDetails } };
export const plugins = { query: pages, answers: { 200: Plugins } };
export const pluginErrors = { answers: { 200: PluginImportErrors } };

export const jobs = {
  query: z.object({
    is_alive: flag.optional().describe("Whether it runs and was heard of in the last 30 seconds"),
    ...instants("start_date"),
    ...instants("end_date"),
    ...page,
    order_by: order(
      "id",
      "dag_id",
      "job_type",
      "state",
      "start_date",
      "end_date",
      "latest_heartbeat",
      "executor_class",
      "hostname",
      "unixname",
    ),
    job_state: text.optional(),
    job_type: text.optional(),
    hostname: text.optional(),
    executor_class: text.optional(),
  }),
  answers: { 200: Jobs },
};
