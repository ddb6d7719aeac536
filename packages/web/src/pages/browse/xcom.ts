/** What a task handed on, as the list of XComs tells it: without the value. */
import type { components } from "@momiji/client";

export type XCom = components["schemas"]["XComResponse"];
