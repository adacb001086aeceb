import type { ComponentProps } from "react";

/** A link to one of the site's sections, by the first part of its address after the language. */
export type SectionLinkProps = ComponentProps<"a"> & { section: string };
