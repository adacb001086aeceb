import { Fragment } from "react";

/**
 * An email or web address that breaks only between its parts where the line is too short for it.
 */
export function BreakableAddress({ children: address }: { children: string }) {
  // Before each dot and hyphen, after each slash and at sign: as the style guides of print have it.
  const parts = address.split(/(?<=[@/])(?![@/])|(?=[.\-?=&])/);
  return parts.map((part, index) => (
    <Fragment key={index}>
      {index > 0 ? <wbr /> : null}
      {part}
    </Fragment>
  ));
}
