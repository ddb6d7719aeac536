/** What the page that greets is made of. */
import type { components } from "@momiji/client";

export type Home = components["schemas"]["Home"];
