/**
 * The shapes of states as background images: in a grid of thousands of cells each is one element then, instead of three. They
 * are drawn anew when the theme changes, since an image knows no tokens.
 */
import { OUTLINED, SHAPES } from "./shapes.ts";
import { type State, STATES } from "./state.ts";

interface Colours {
  readonly ink: string;
  readonly fill: string;
}

/** @returns an SVG of 14 by 14 */
function glyphSvg(state: State, { ink, fill }: Colours): string {
  const box = state === "awaiting_input" ? 'rx="7"' : 'rx="2.500"';
  const border = OUTLINED.has(state) || state === "awaiting_input" ? ` stroke="${ink}"` : "";
  const strokes = SHAPES[state].map(
    ({ d, filled, dashed }) =>
      `<path d="${d}"${filled ? ` fill="${ink}"` : ""}${dashed ? ' stroke-dasharray="1.500 1.500"' : ""}/>`,
  );
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 14 14" width="14" height="14">' +
    `<rect x=".500" y=".500" width="13" height="13" ${box} fill="${fill}"${border}/>` +
    `<g fill="none" stroke="${ink}" stroke-width="1.600" stroke-linecap="round" stroke-linejoin="round">` +
    `${strokes.join("")}</g></svg>`
  );
}

const SCHEME = "data-mantine-color-scheme";

let isWatching = false;

/** From now on `var(--glyph-STATE)` is the image of a state. */
export function provideGlyphImages(): void {
  if (isWatching) return;
  isWatching = true;
  draw();
  new MutationObserver(draw).observe(document.documentElement, { attributes: true, attributeFilter: [SCHEME] });
}

function draw(): void {
  const { documentElement: root } = document;
  const tokens = getComputedStyle(root);
  for (const state of STATES) {
    const ink = tokens.getPropertyValue(`--${state}`).trim();
    const fill = tokens.getPropertyValue(`--${state}-fill`).trim();
    const svg = encodeURIComponent(glyphSvg(state, { ink, fill }));
    root.style.setProperty(`--glyph-${state}`, `url("data:image/svg+xml,${svg}")`);
  }
}
