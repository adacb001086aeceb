"use client";

import { useSelectedLayoutSegments } from "next/navigation";
import type { SectionLinkProps } from "@/components/site/section-link-props";

/**
 * A link of the navigation that knows whether it leads to the page, or the section, that is shown.
 * A client component only because Next tells the segment to no other: it is rendered here like
 * everything else, and its script leaves with no public page.
 */
export function SectionLink({ section, ...link }: SectionLinkProps) {
  const current = useSelectedLayoutSegments().join("/");
  const standing = current === section ? "page" : "true";
  const isInside = `${current}/`.startsWith(`${section}/`);
  return <a aria-current={isInside ? standing : undefined} {...link} />;
}
