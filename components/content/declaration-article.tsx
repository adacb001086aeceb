import type { ReactNode } from "react";
import { principleColours } from "@/components/content/principle-colours";
import type { Principle } from "@/lib/content/schema";

/** Numbers and words share one pair of columns, all the way down the text. */
const columns = "grid grid-cols-[3rem_1fr] sm:grid-cols-[8rem_1fr] print:grid-cols-[5rem_1fr]";

export function Preamble({ children }: { children: ReactNode }) {
  return (
    <div className="space-y-4 text-xl/normal sm:ps-32 print:ps-20 print:text-base/normal">
      {children}
    </div>
  );
}

/**
 * One of the five as cities signed it: a large numeral and its title, below a bar in its colour.
 */
export function SignedPrinciple({ number, title }: { number: Principle["number"]; title: string }) {
  const colours = principleColours[number];
  return (
    <li
      className={`grid gap-x-8 border-t-8 pt-4 pb-8 sm:grid-cols-[8rem_1fr] sm:pt-6 sm:pb-12 lg:grid-cols-[15rem_1fr] lg:pb-14 print:grid-cols-[5rem_1fr] print:break-inside-avoid print:border-t-4 print:py-3 ${colours.border}`}
    >
      <span
        className={`text-[length:clamp(5.5rem,1rem+17vw,14rem)]/[.8] font-bold print:text-5xl/[.8] ${colours.text}`}
      >
        {number}
        <span className="sr-only">.</span>
      </span>{" "}
      <span className="mt-4 max-w-3xl text-3xl font-bold text-balance wrap-anywhere hyphens-auto sm:mt-0 lg:text-4xl print:text-lg">
        {title}
      </span>
    </li>
  );
}

type ArticleProps = {
  label: string;
  number: Principle["number"];
  title: string;
  children: ReactNode;
};

/**
 * The commentary on one principle: its title in its colour, and the clauses. The role says that
 * they are a list where Safari would forget it.
 */
export function Article({ label, number, title, children }: ArticleProps) {
  const colours = principleColours[number];
  return (
    <section
      className={`mt-10 border-t-4 pt-5 print:mt-8 print:break-inside-avoid print:pt-3 ${colours.border}`}
    >
      <h3 className="text-xl/snug sm:grid sm:grid-cols-[8rem_1fr] sm:items-baseline print:grid print:grid-cols-[5rem_1fr] print:items-baseline print:text-lg/snug">
        <span className={`block text-lg print:text-sm ${colours.text}`}>{label}</span>{" "}
        <span>{title}</span>
      </h3>
      <ol
        role="list"
        className="mt-5 space-y-4 sm:text-lg print:mt-3 print:space-y-2 print:text-base"
      >
        {children}
      </ol>
    </section>
  );
}

/**
 * Its number is part of the text, so that it can be quoted, also from a screen reader or the PDF.
 */
export function Clause({ number, children }: { number: string; children: ReactNode }) {
  return (
    <li className={columns}>
      <span className="font-bold text-ink-soft">{number}</span>{" "}
      <div className="max-w-text">{children}</div>
    </li>
  );
}
