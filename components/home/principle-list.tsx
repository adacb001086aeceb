import type { Principle } from "@/lib/content/schema";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

/** Written out, because Tailwind reads class names and does not compute them. */
const colors = ["border-principle-1", "border-principle-2", "border-principle-3", "border-principle-4", "border-principle-5"];
const numerals = ["text-principle-1", "text-principle-2", "text-principle-3", "text-principle-4", "text-principle-5"];

type Props = { locale: Locale; principles: (Principle & { slug: string })[] };

/** The five principles by their full names, each in its colour. */
export function PrincipleList({ locale, principles }: Props) {
  return (
    <ol className="border-t-2 border-ink">
      {principles.map(({ slug, number, title }) => (
        <li key={slug} className={`border-b-2 ${colors[number - 1]}`}>
          <a href={href(locale, `/principles/${slug}`)} className="group flex items-baseline gap-4 py-4 text-ink no-underline hover:text-ink sm:gap-8">
            <span aria-hidden="true" className={`w-8 shrink-0 text-4xl leading-none font-extrabold sm:w-14 sm:text-5xl ${numerals[number - 1]}`}>
              {number}
            </span>
            <span className="text-xl leading-snug font-bold group-hover:underline sm:text-2xl">{title}</span>
          </a>
        </li>
      ))}
    </ol>
  );
}
