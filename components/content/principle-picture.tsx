import { principleColours } from "@/components/content/principle-colours";
import type { Principle } from "@/lib/content/schema";

type Shapes = { main: string; second: string };

/**
 * Each picture in a square of 64: the main shape in the principle's full colour, the second one
 * paler.
 */
const pictures: Readonly<Record<Principle["number"], Shapes>> = {
  // A signal that reaches everywhere from one door.
  1: {
    main: "M4 60V46a14 14 0 0 1 14 14ZM4 4a56 56 0 0 1 56 56H48A44 44 0 0 0 4 16Z",
    second: "M4 25a35 35 0 0 1 35 35H27A23 23 0 0 0 4 37Z",
  },
  // A lock whose key is yours.
  2: {
    main: "M8 28h48v32H8Zm24 7a6 6 0 0 0-3 11.2L27 54h10l-2-7.8A6 6 0 0 0 32 35Z",
    second: "M14 28v-6a18 18 0 0 1 36 0v6h-9v-6a9 9 0 0 0-18 0v6Z",
  },
  // A glass over what is counted.
  3: {
    main: "M27 4a23 23 0 1 1 0 46 23 23 0 0 1 0-46Zm0 8a15 15 0 1 0 0 30 15 15 0 0 0 0-30ZM46 40l15 15-6 6-15-15Z",
    second: "M18 28h5v8h-5Zm7-8h5v16h-5Zm7 4h5v12h-5Z",
  },
  // Two who speak, each in turn.
  4: {
    main: "M24 24h36v26h-6v10L43 50H24Z",
    second: "M4 4h38v16H20v18h-2L8 46v-8H4Z",
  },
  // Parts that fit, whoever made them.
  5: {
    main: "M4 18h25v9.3a7 7 0 1 1 0 11.4V60H4Z",
    second: "M35 4h25v42H35v-2.7a10.5 10.5 0 0 0 0-20.6Z",
  },
};

/** The principle as a picture, in its colour. Decorative: the title always stands beside it. */
export function PrinciplePicture({
  number,
  className = "",
}: {
  number: Principle["number"];
  className?: string;
}) {
  const { main, second } = pictures[number];
  return (
    <svg
      viewBox="0 0 64 64"
      aria-hidden="true"
      className={`fill-current ${principleColours[number].text} ${className}`}
    >
      <path fillRule="evenodd" d={main} />
      <path d={second} opacity=".5" />
    </svg>
  );
}
