import type { ReactNode } from "react";
import { currentLocale } from "@/app/[locale]/locale";
import { translator } from "@/lib/i18n/translator";

const doors = ["resident", "official"] as const;

export async function Door({
  name,
  children,
}: {
  name: (typeof doors)[number];
  children: ReactNode;
}) {
  const t = translator(await currentLocale(), "endorse");
  return (
    <section
      id={name}
      aria-labelledby={`${name}-title`}
      className="prose min-w-0 border-t-4 border-ink pt-5"
    >
      <h2 id={`${name}-title`}>{t(`doors.${name}`)}</h2>
      {children}
    </section>
  );
}

/** On a small screen, where one door stands below the other. */
export async function DoorLinks() {
  const t = translator(await currentLocale(), "endorse");
  return (
    <ul className="-mt-2 mb-10 flex flex-wrap gap-x-6 lg:hidden print:hidden">
      {doors.map((name) => (
        <li key={name}>
          <a href={`#${name}`} className="inline-block py-1.5 font-bold">
            {t(`doors.${name}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}
