const bars = [
  { x: 0, top: 13, color: "fill-principle-1" },
  { x: 6, top: 7, color: "fill-principle-2" },
  { x: 12, top: 0, color: "fill-principle-3" },
  { x: 18, top: 9, color: "fill-principle-4" },
  { x: 24, top: 15, color: "fill-principle-5" },
];

/** The coalition's mark: a skyline of five towers, one for each principle. Decorative beside the name. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 29 24" aria-hidden="true" className={className}>
      {bars.map(({ x, top, color }) => (
        <rect key={x} x={x} y={top} width="5" height={24 - top} className={`${color} forced-colors:fill-[CanvasText]`} />
      ))}
    </svg>
  );
}
