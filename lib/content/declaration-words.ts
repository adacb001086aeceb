import { isValidElement, type ReactNode } from "react";
import { getCommentary, getDeclaration } from "@/lib/content/queries";
import type { Locale } from "@/lib/i18n/locales";

export type DeclarationWords = {
  title: string;
  version: string;
  date: string;
  principles: string[];
  commentary: {
    title: string;
    version: string;
    date: string;
    preamble: string[];
    articles: { number: number; title: string; clauses: { number: string; text: string }[] }[];
  };
};

type Part = { name: string; props: { number?: number | string; children?: ReactNode } };

export async function readDeclarationWords(locale: Locale): Promise<DeclarationWords> {
  const { title, version, date, principles } = await getDeclaration(locale);
  const { Body, ...commentary } = await getCommentary(locale);
  // Rendered as plain elements, whose names identify the parts.
  const parts = partsOf(
    Body({ components: { Preamble: "header", Article: "article", Clause: "li" } }) as ReactNode,
  );
  const preamble = parts
    .filter(({ name }) => name === "header")
    .flatMap(({ props }) =>
      partsOf(props.children).map((paragraph) => textOf(paragraph.props.children)),
    );
  const articles = parts
    .filter(({ name }) => name === "article")
    .map(({ props }) => ({
      number: Number(props.number),
      title: principles[Number(props.number) - 1] ?? "",
      clauses: clausesOf(props.children),
    }));
  return {
    ...{ title, version, date, principles },
    commentary: {
      title: commentary.title,
      version: commentary.version,
      date: commentary.date,
      preamble,
      articles,
    },
  };
}

const clausesOf = (children: ReactNode) =>
  partsOf(children)
    .filter(({ name }) => name === "li")
    .map(({ props }) => ({ number: String(props.number), text: textOf(props.children) }));

function partsOf(node: ReactNode): Part[] {
  if (Array.isArray(node)) return node.flatMap((child: ReactNode) => partsOf(child));
  if (!isValidElement<Part["props"]>(node)) return [];
  return typeof node.type === "string" && node.type !== "p"
    ? [{ name: node.type, props: node.props }]
    : node.type === "p"
      ? paragraph(node.props)
      : partsOf(node.props.children);
}

/** MDX may wrap a part that stands on a line of its own in a paragraph. */
function paragraph(props: Part["props"]): Part[] {
  const inner = partsOf(props.children).filter(({ name }) => name === "li");
  return inner.length > 0 ? inner : [{ name: "p", props }];
}

function textOf(node: ReactNode): string {
  if (typeof node === "string" || typeof node === "number") return String(node);
  if (Array.isArray(node)) return node.map((child: ReactNode) => textOf(child)).join("");
  return isValidElement<Part["props"]>(node) ? textOf(node.props.children) : "";
}
