import type { ComponentProps } from "react";

/** A link to the page that is shown, in the language `locale`; it is shown in `current`. */
export type LanguageLinkProps = ComponentProps<"a"> & { locale: string; current: string };
