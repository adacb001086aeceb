import { nightTowers } from "@/lib/night";

/** The coalition's mark without style sheets, 68 by 56. */
export function EmbedMark({ towers }: { towers: readonly string[] }) {
  return nightTowers.map(({ floors, colour }, index) => (
    <path
      key={colour}
      fill={towers[index]}
      d={`M${index * 14} 56v-${floors * 8}h12v${floors * 8}z`}
    />
  ));
}
