/** What may stand in a text that people write. */
export const textTags = [
  "p",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "ul",
  "ol",
  "li",
  "blockquote",
  "pre",
  "code",
  "em",
  "strong",
  "br",
  "hr",
  "a",
  "img",
] as const;

export type TextTag = (typeof textTags)[number];

/** A text as plain data: pages, feeds and the preview are drawn from it, and no HTML ever is. */
export type TextNode =
  | string
  | {
      tag: TextTag;
      href?: string;
      start?: number;
      picture?: { src: string; alt: string; width: number; height: number };
      children: TextNode[];
    };

/** By the number that the text names it by. */
export type KnownPictures = ReadonlyMap<number, { src: string; width: number; height: number }>;
