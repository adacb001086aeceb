import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { ApplicantsView } from "@/lib/applications/queries";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type Props = {
  locale: Locale;
  contact: NonNullable<ApplicantsView["secondContact"]>;
  action: (form: FormData) => Promise<void>;
  /** What the form holds beside its button. */
  children: ReactNode;
};

export function SecondContact({ locale, contact, action, children }: Props) {
  const t = translator(locale, "secondContact");
  const { name, role, email, invitedAt, agreedAt } = contact;
  const standing = agreedAt ? "hasAgreed" : invitedAt ? "isAsked" : "isNotAsked";
  return (
    <section aria-labelledby="second-contact">
      <h2 id="second-contact">{t("heading")}</h2>
      <p className="mt-2 wrap-anywhere">
        <bdi>{name}</bdi>, <bdi>{role}</bdi> (<bdi>{email}</bdi>)
      </p>
      <p className="mt-2 text-ink-soft">{t(standing)}</p>
      <form action={action} className="mt-3">
        {children}
        <Button variant="secondary">{t("remove")}</Button>
      </form>
    </section>
  );
}
