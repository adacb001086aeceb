import type { ReactNode } from "react";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { EndorsementKind } from "@/prisma/generated/enums";

/** What a resident says by pressing the button below. */
export function Statement({
  locale,
  city,
  kind,
  version,
}: {
  locale: Locale;
  city: string;
  kind: EndorsementKind;
  version: string;
}) {
  const t = translator(locale, "endorseForm");
  const declaration = (chunks: ReactNode) => <a href={href(locale, "/declaration")}>{chunks}</a>;
  return (
    <figure className="rounded-md border-2 border-ink bg-paper-deep">
      <figcaption className="border-b border-line px-5 py-3 font-bold">
        {t("statementTitle")}
      </figcaption>
      <div className="space-y-3 px-5 py-5">
        <blockquote className="text-xl/snug">
          {kind === "thanks" ? t("statementThanks", { city }) : t("statementAsks", { city })}
        </blockquote>
        <p className="text-ink-soft">{t.rich("statementVersion", { version, declaration })}</p>
      </div>
    </figure>
  );
}
