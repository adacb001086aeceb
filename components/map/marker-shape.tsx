/** A founder is a square on its corner, and larger: to be told apart without colour. */
export function MarkerShape({ isFounder }: { isFounder: boolean }) {
  return isFounder ? (
    <rect
      x="-.4em"
      y="-.4em"
      width=".8em"
      height=".8em"
      transform="rotate(45)"
      className="fill-principle-3 stroke-paper group-hover:fill-accent forced-colors:fill-[Highlight] forced-colors:stroke-[Canvas]"
    />
  ) : (
    <circle
      r=".36em"
      className="fill-ink stroke-paper group-hover:fill-accent forced-colors:fill-[CanvasText] forced-colors:stroke-[Canvas]"
    />
  );
}
