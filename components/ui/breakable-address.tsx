import { Fragment } from "react";
import { addressParts } from "@/lib/i18n/address-parts";

/**
 * An email or web address that breaks only between its parts where the line is too short for it.
 */
export function BreakableAddress({ children: address }: { children: string }) {
  return addressParts(address).map((part, index) => (
    <Fragment key={index}>
      {index > 0 ? <wbr /> : null}
      {part}
    </Fragment>
  ));
}
