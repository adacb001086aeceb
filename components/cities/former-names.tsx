import { IsoDate } from "@/components/ui/iso-date";
import { isoDay } from "@/lib/durations";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type Props = {
  locale: Locale;
  names: readonly { name: string; until: Date }[];
  merged: readonly { name: string; since: Date }[];
};

/** What the city was called, and which other members have become part of it. */
export function FormerNames({ locale, names, merged }: Props) {
  if (names.length + merged.length === 0) return null;
  const t = translator(locale, "formerCities");
  const sentence = (kind: "renamed" | "merged", name: string, day: Date) =>
    t.rich(kind, {
      name: () => <bdi>{name}</bdi>,
      date: () => <IsoDate date={isoDay(day)} locale={locale} />,
    });
  return (
    <ul className="max-w-text">
      {names.map(({ name, until }) => (
        <li key={`${name} ${until.toISOString()}`}>{sentence("renamed", name, until)}</li>
      ))}
      {merged.map(({ name, since }) => (
        <li key={`${name} ${since.toISOString()}`}>{sentence("merged", name, since)}</li>
      ))}
    </ul>
  );
}
