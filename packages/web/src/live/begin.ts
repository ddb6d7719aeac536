/** The first thing that is loaded: the stream of live events begins while the browser still reads the rest. */
import { firstTopics } from "./first-topics.ts";
import { beginLive } from "./use-live.ts";

const { pathname: base } = new URL(document.baseURI);
beginLive(firstTopics(location.pathname.slice(base.length - 1)));
