import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata } from "@/app/[locale]/metadata";
import { RuleList } from "@/components/rules/rule-list";
import { PageHeader } from "@/components/ui/page-header";
import { href } from "@/lib/i18n/href";
import { translator } from "@/lib/i18n/translator";
import { ruleGroupsOf } from "@/lib/rules/register";
import { readSettings } from "@/lib/settings/queries";

export async function generateMetadata() {
  const locale = await currentLocale();
  const t = translator(locale, "rulesPage");
  return pageMetadata(locale, "/rules", { title: t("title"), description: t("description") });
}

export default async function RulesPage() {
  const locale = await currentLocale();
  const t = translator(locale, "rulesPage");
  const ruleGroups = ruleGroupsOf(await readSettings());
  const groups = Object.keys(ruleGroups) as (keyof typeof ruleGroups)[];
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <nav aria-label={t("contents")} className="print:hidden">
        <ul>
          {groups.map((group) => (
            <li key={group}>
              <a href={`#${group}`} className="inline-block py-1">
                {t(`groups.${group}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {groups.map((group) => (
        <section key={group} aria-labelledby={group} className="mt-12">
          <h2 id={group}>{t(`groups.${group}`)}</h2>
          <RuleList locale={locale} rules={ruleGroups[group]} />
        </section>
      ))}
      <p className="mt-12 max-w-text">
        {t.rich("seeAlso", {
          decisions: (chunks) => <a href={href(locale, "/decisions")}>{chunks}</a>,
          statistics: (chunks) => <a href={href(locale, "/statistics")}>{chunks}</a>,
          privacy: (chunks) => <a href={href(locale, "/privacy")}>{chunks}</a>,
        })}
      </p>
    </>
  );
}
