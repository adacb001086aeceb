import type { MarkerKind } from "@/lib/map/markers";

/**
 * To be told apart without colour: a founder is a square on its corner, and larger; a city that
 * residents ask to sign is a hollow dot.
 */
export function MarkerShape({ kind }: { kind: MarkerKind }) {
  switch (kind) {
    case "founder":
      return (
        <rect
          x="-.4em"
          y="-.4em"
          width=".8em"
          height=".8em"
          transform="rotate(45)"
          className="fill-principle-3 stroke-paper group-hover:fill-accent forced-colors:fill-[Highlight] forced-colors:stroke-[Canvas]"
        />
      );
    case "member":
      return (
        <circle
          r=".36em"
          className="fill-ink stroke-paper group-hover:fill-accent forced-colors:fill-[CanvasText] forced-colors:stroke-[Canvas]"
        />
      );
    case "endorsed":
      return (
        <circle
          r=".3em"
          className="fill-paper stroke-ink stroke-2 group-hover:stroke-accent forced-colors:fill-[Canvas] forced-colors:stroke-[CanvasText]"
        />
      );
  }
}
