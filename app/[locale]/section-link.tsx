"use client";

import { useSelectedLayoutSegments } from "next/navigation";
import type { SectionLinkProps } from "@/components/site/section-link-props";

/**
 * A link of the navigation that knows whether it leads to the page, or the section, that is shown.
 * A client component only because Next tells the segment to no other: it is rendered here like
 * everything else, and its script leaves with no public page.
 */
export function SectionLink({ section, ...link }: SectionLinkProps) {
  const [current, ...deeper] = useSelectedLayoutSegments();
  const standing = deeper.length > 0 ? "true" : "page";
  return <a aria-current={current === section ? standing : undefined} {...link} />;
}
