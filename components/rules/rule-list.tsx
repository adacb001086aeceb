import type { Locale } from "@/lib/i18n/locales";
import { formatter, translator } from "@/lib/i18n/translator";
import type { Rule } from "@/lib/rules/register";

export function RuleList({ locale, rules }: { locale: Locale; rules: readonly Rule[] }) {
  return (
    <ul className="mt-4 max-w-text divide-y divide-line-soft border-y border-line-soft">
      {rules.map((rule) => (
        <li key={rule.id} id={rule.id} className="py-4 target:bg-notice-soft">
          <RuleInWords locale={locale} rule={rule} />
        </li>
      ))}
    </ul>
  );
}

function RuleInWords({ locale, rule: { id, values } }: { locale: Locale; rule: Rule }) {
  const t = translator(locale, "rules");
  const { list, number } = formatter(locale);
  const shown = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "number" ? value : list(value.map((each) => number(each))),
    ]),
  );
  return (
    <>
      <h3 className="text-lg/snug">
        <a href={`#${id}`} className="text-ink no-underline hover:text-ink hover:underline">
          {t(`${id}.title`)}
        </a>
      </h3>
      <p>{t(`${id}.text`, shown)}</p>
    </>
  );
}
