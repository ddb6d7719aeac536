/** Where the nodes of a graph stand: what is asked for, and what is answered. Measures are pixels. */

export interface LayoutNode {
  readonly id: string;
  /** The opened group around it; null: none. A group comes before what is in it. */
  readonly parent: string | null;
  readonly width: number;
  readonly height: number;
}

export interface LayoutInput {
  readonly nodes: readonly LayoutNode[];
  readonly edges: readonly (readonly [from: string, to: string])[];
  /** From left to right, or from top to bottom. */
  readonly direction: "right" | "down";
}

export interface Placed {
  readonly id: string;
  /** Within the group around it. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Layout {
  readonly nodes: readonly Placed[];
  readonly width: number;
  readonly height: number;
}

/** Inside an opened group: its name stands above. */
export const PADDING = { top: 36, side: 12 } as const;

/** Between layers, and between nodes of one layer. */
export const GAP = { layer: 64, node: 16 } as const;
