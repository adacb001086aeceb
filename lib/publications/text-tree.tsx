import { createElement, type ComponentType, type ReactNode } from "react";
import type { MDXContent } from "mdx/types";
import type { TextNode } from "@/lib/publications/markdown-tree";

type Components = Readonly<Record<string, unknown>>;

/** A parsed text as React draws it: everything that people wrote is text or one of few elements. */
export function TextTree({
  nodes,
  components = {},
}: {
  nodes: readonly TextNode[];
  /** What stands in for an element, as in MDX. */
  components?: Components;
}): ReactNode {
  return nodes.map((node, index) => {
    if (typeof node === "string") return node;
    const { tag, href, start, picture, children } = node;
    const type = (components[tag] ?? tag) as ComponentType<object>;
    const properties = {
      ...(href && { href }),
      ...(start !== undefined && { start }),
      // React would otherwise put a preload of each picture before the text.
      ...(picture && { ...picture, loading: "lazy" as const }),
    };
    return createElement(
      type,
      { key: index, ...properties },
      ...(children.length > 0
        ? [<TextTree key="text" nodes={children} components={components} />]
        : []),
    );
  });
}

/** @param parse only called where the text is shown: lists show titles alone */
export const bodyOf =
  (parse: () => TextNode[]): MDXContent =>
  ({ components }) => <TextTree nodes={parse()} components={components} />;
