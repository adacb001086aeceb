"use client";

import { useEffect, useRef } from "react";
import type { FormTexts } from "@/components/applications/form-texts";
import { Notice } from "@/components/ui/notice";
import type { JoinRefusal } from "@/lib/applications/join-stages";

/**
 * Says why the application cannot be taken in, and the way on. Of who else applied it says nothing.
 */
export function JoinRefusalNotice({
  refusal,
  texts: { t },
  contactHref,
}: {
  refusal: JoinRefusal;
  texts: FormTexts;
  contactHref: string;
}) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.focus(), []);
  const { kind, cityName: city, cityHref } = refusal;
  const wayOn = kind === "signatory" ? cityHref : contactHref;
  return (
    <div ref={notice} tabIndex={-1} className="mb-8">
      <Notice role="alert">
        <h2 className="text-xl sm:text-xl">{t(`refusal.${kind}.title`, { city })}</h2>
        <p>
          {t.rich(`refusal.${kind}.text`, { city, link: (text) => <a href={wayOn}>{text}</a> })}
        </p>
      </Notice>
    </div>
  );
}
