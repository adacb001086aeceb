import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type Props = {
  locale: Locale;
  isDecisionPublic: boolean;
  action: (form: FormData) => Promise<void>;
  /** The form's hidden fields. */ children: ReactNode;
};

/**
 * Whether the page of the member shows by which decision it joined, and the button that changes it.
 */
export function DecisionVisibility({ locale, isDecisionPublic, action, children }: Props) {
  const t = translator(locale, "status.decision");
  return (
    <section aria-labelledby="decision">
      <h2 id="decision">{t("title")}</h2>
      <p className="mt-2 mb-4">{isDecisionPublic ? t("isShown") : t("isHidden")}</p>
      <form action={action}>
        {children}
        <Button variant="secondary" name="isDecisionPublic" value={isDecisionPublic ? "no" : "yes"}>
          {isDecisionPublic ? t("hide") : t("show")}
        </Button>
      </form>
    </section>
  );
}
