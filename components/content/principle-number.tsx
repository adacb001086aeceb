import { principleColours } from "@/components/content/principle-colours";
import type { Principle } from "@/lib/content/schema";

/** Stands before a principle's title, with a space that also readers, copies and feeds get. */
export function PrincipleNumber({ number }: { number: Principle["number"] }) {
  return (
    <>
      <span className={`me-1 font-bold ${principleColours[number].text}`}>{number}</span>{" "}
    </>
  );
}
