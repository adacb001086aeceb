import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { currentLocale } from "@/app/[locale]/locale";
import { confirm } from "@/app/[locale]/membership/[token]/actions";
import { ContactsForm } from "@/app/[locale]/membership/[token]/contacts-form";
import { Button } from "@/components/ui/button";
import { IsoDate } from "@/components/ui/iso-date";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { beginForm } from "@/lib/members/contacts-form";
import { isoDay } from "@/lib/durations";
import { href } from "@/lib/i18n/href";
import { locales, nameOfLocale, type Locale } from "@/lib/i18n/locales";
import { messagesOf, translator } from "@/lib/i18n/translator";
import { findMemberByToken, type MemberToReconfirm } from "@/lib/members/reconfirmation-queries";

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ done?: string }>;
};

/** The page and its metadata ask for the same city. */
const getMember = cache(async (token: string) => (await findMemberByToken(token)) ?? notFound());

/** The address is a secret: see the pages of applications. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator(await currentLocale(), "membershipPage");
  const { name } = await getMember((await params).token);
  return {
    title: t("metaTitle", { city: name }),
    robots: { index: false, follow: false },
    referrer: "same-origin",
  };
}

/** What a contact of a member city answers once a year. Only the buttons do anything. */
export default async function MembershipPage({ params, searchParams }: Props) {
  const { token } = await params;
  const locale = await currentLocale();
  const member = await getMember(token);
  const { done } = await searchParams;
  const t = translator(locale, "membershipPage");
  const city = { city: member.name };
  return (
    <>
      <PageHeader title={t("title", city)} lead={t("lead")} />
      <div className="space-y-12">
        <Standing locale={locale} member={member} isDone={done === "confirmed"} />
        {member.answeredAt ? null : <Confirmation locale={locale} token={token} member={member} />}
        <section aria-labelledby="contacts">
          <h2 id="contacts">{t("contactsTitle", city)}</h2>
          <p className="mt-3 mb-6 max-w-text">{t("contactsText")}</p>
          <ContactsForm
            locale={locale}
            token={token}
            texts={{ ...messagesOf(locale).memberContacts, save: t("save") }}
            languages={locales.map((each) => ({ value: each, label: nameOfLocale(each) }))}
            initial={beginForm(member.contacts, locale)}
          />
        </section>
        <p>{t("leaving")}</p>
      </div>
    </>
  );
}

type PartProps = { locale: Locale; member: MemberToReconfirm };

function Standing({ locale, member, isDone }: PartProps & { isDone: boolean }) {
  const t = translator(locale, "membershipPage");
  const link = (
    <p>
      <a href={href(locale, `/cities/${member.slug}`)}>{t("page", { city: member.name })}</a>
    </p>
  );
  if (member.answeredAt)
    return (
      <Notice variant="success" role={isDone ? "status" : undefined}>
        <p>{t("answered", { city: member.name, date: member.answeredAt })}</p>
        {link}
      </Notice>
    );
  return (
    <Notice variant={member.isOnHold ? "warning" : "info"}>
      {member.isOnHold ? (
        <p>{t("onHold", { city: member.name })}</p>
      ) : (
        <p>
          {t("due", { city: member.name })} <IsoDate date={isoDay(member.dueAt)} locale={locale} />.
        </p>
      )}
      {link}
    </Notice>
  );
}

function Confirmation({ locale, token, member }: PartProps & { token: string }) {
  const t = translator(locale, "membershipPage");
  return (
    <section aria-labelledby="confirm">
      <h2 id="confirm">{t("confirmTitle")}</h2>
      <ul className="mt-3 mb-6 max-w-text list-disc space-y-1 ps-5">
        {member.contacts.map(({ id, name, role }) => (
          <li key={id} className="wrap-anywhere">
            <bdi>{name}</bdi>, <bdi>{role}</bdi>
          </li>
        ))}
      </ul>
      <form action={confirm}>
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="token" value={token} />
        <Button>{t("confirm")}</Button>
      </form>
    </section>
  );
}
