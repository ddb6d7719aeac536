/** A line of a log. */
import type { components } from "@momiji/client";

export type LogLine = components["schemas"]["LogLine"];
