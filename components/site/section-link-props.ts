import type { ComponentProps } from "react";

/**
 * A link to one of the site's sections, by the beginning of its address after the language, such as
 * "endorse/ask".
 */
export type SectionLinkProps = ComponentProps<"a"> & { section: string };
