/** The drawing as a file: an SVG of its own, in the colours of the theme that is shown. */
import { OUTLINED, SHAPES } from "../../../states/shapes.ts";
import type { State } from "../../../states/state.ts";
import { spotsOf } from "./graph-keys.ts";
import type { Layout } from "./layout.ts";
import type { Facts } from "./node-facts.ts";
import type { ShownGraph } from "./shown-graph.ts";

interface Drawing {
  readonly of: ShownGraph;
  readonly layout: Layout;
  readonly facts: Facts;
}

/** What a token of the theme is. */
type Colour = (token: string) => string;

const MARGIN = 24;

function graphSvg({ of: graph, layout, facts }: Drawing, colour: Colour): string {
  const spots = spotsOf(graph, layout);
  const [width, height] = [layout.width + 2 * MARGIN, layout.height + 2 * MARGIN];
  const boxes = graph.nodes.map(({ id, row, isOpen }) => {
    const spot = spots.get(id);
    if (spot === undefined) return "";
    const [left, top] = [spot.x - spot.width / 2, spot.y - spot.height / 2];
    const state = facts.get(id)?.state ?? null;
    const frame = `x="${left}" y="${top}" width="${spot.width}" height="${spot.height}" rx="4" fill="${isOpen ? "none" : colour("ground")}" stroke="${colour("border")}"`;
    const at = isOpen ? top + 18 : spot.y;
    const name = `<text x="${left + 34}" y="${at + 4}" fill="${colour("ink")}">${escaped(row.label ?? row.id)}</text>`;
    return `<rect ${frame}/>${state === null ? "" : glyph(state, colour, [left + 10, at - 8])}${name}`;
  });
  const lines = graph.edges.map(({ from, to }) => {
    const [a, b] = [spots.get(from), spots.get(to)];
    if (a === undefined || b === undefined) return "";
    const isRight = b.x - b.width / 2 >= a.x + a.width / 2;
    const [x1, y1, x2, y2] = isRight
      ? [a.x + a.width / 2, a.y, b.x - b.width / 2, b.y]
      : [a.x, a.y + a.height / 2, b.x, b.y - b.height / 2];
    const [mx, my] = [(x1 + x2) / 2, (y1 + y2) / 2];
    const bend = isRight ? `${mx} ${y1} ${mx} ${y2}` : `${x1} ${my} ${x2} ${my}`;
    return `<path d="M${x1} ${y1}C${bend} ${x2} ${y2}" fill="none" stroke="${colour("ink-2")}"/>`;
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="13">` +
    `<rect x="${-MARGIN}" y="${-MARGIN}" width="${width}" height="${height}" fill="${colour("ground")}"/>` +
    `${lines.join("")}${boxes.join("")}</svg>`
  );
}

function glyph(state: State, colour: Colour, [x, y]: readonly [number, number]): string {
  const ink = colour(state);
  const border = OUTLINED.has(state) ? ` stroke="${ink}"` : "";
  const strokes = SHAPES[state].map(({ d, filled }) => `<path d="${d}"${filled ? ` fill="${ink}"` : ""}/>`).join("");
  return `<g transform="translate(${x} ${y})"><rect width="16" height="16" rx="3" fill="${colour(`${state}-fill`)}"${border}/><g transform="translate(1 1)" fill="none" stroke="${ink}" stroke-width="1.6">${strokes}</g></g>`;
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (letter) => `&#${letter.codePointAt(0)};`);
}

/** A browser draws no larger picture. */
const MOST_PIXELS = 8_000;

export function saveGraph(drawing: Drawing & { readonly name: string }, kind: "svg" | "png"): void {
  const tokens = getComputedStyle(document.documentElement);
  const svg = graphSvg(drawing, (token) => tokens.getPropertyValue(`--${token}`).trim());
  const source = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  if (kind === "svg") save(source, drawing.name);
  else void toPng(source).then((png) => save(png, drawing.name));
}

async function toPng(source: string): Promise<string> {
  const image = new Image();
  image.src = source;
  await image.decode();
  const scale = Math.min(2, MOST_PIXELS / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  canvas.width = image.width * scale;
  canvas.height = image.height * scale;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/png");
}

function save(href: string, name: string): void {
  const link = document.createElement("a");
  link.href = href;
  link.download = name;
  link.click();
}
