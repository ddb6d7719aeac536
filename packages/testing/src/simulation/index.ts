/** Deterministic simulation of the whole engine: `npm run simulate`. For Momiji's own tests. */
export { PLANTED_BUGS, type PlantedBug } from "./planted-bugs.ts";
export { simulate, type SimulationOptions, type SimulationResult } from "./simulate.ts";
