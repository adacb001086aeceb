import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { ActionStatus } from "@/prisma/generated/enums";

export function ActionStatusMark({ locale, status }: { locale: Locale; status: ActionStatus }) {
  return (
    <span className="whitespace-nowrap">
      <ActionStatusSign status={status} />
      {translator(locale, "actions.statuses")(status)}
    </span>
  );
}

/** Full for what is in place, empty for what is planned. */
export const ActionStatusSign = ({ status }: { status: ActionStatus }) => (
  <svg viewBox="0 0 12 12" aria-hidden="true" className="me-1.5 inline size-3">
    <circle
      cx="6"
      cy="6"
      r="5"
      stroke="currentColor"
      strokeWidth="2"
      fill={status === "in_place" ? "currentColor" : "none"}
    />
  </svg>
);
