import { towers } from "@/components/site/towers";

/**
 * The coalition's mark: a skyline of five towers, one for each principle. Decorative beside the
 * name.
 */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 34 28" aria-hidden="true" className={className}>
      {towers.map(({ floors, fill }, index) => (
        <path
          key={fill}
          d={`M${index * 7} 28V${28 - floors * 4}h6v${floors * 4}Z`}
          className={`${fill} forced-colors:fill-[CanvasText]`}
        />
      ))}
    </svg>
  );
}
