"use client";

import { useRef } from "react";
import type { FormTexts } from "@/components/applications/form-texts";
import { useFocus } from "@/components/ui/use-focus";
import { stages, type JoinState } from "@/lib/applications/join-stages";

/**
 * What the step asks, and how far it is. A new step takes the focus, unless something in it must be
 * corrected.
 */
export function StageHeader({
  state,
  texts: { t },
  joiningHref,
}: {
  state: JoinState;
  texts: FormTexts;
  joiningHref: string;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { stage, attempt, errors, refusal } = state;
  useFocus(heading, attempt > 0 && Object.keys(errors).length === 0 && !refusal);

  const number = stages.indexOf(stage) + 1;
  return (
    <header className="mb-8 max-w-3xl">
      <p className="font-bold text-ink-soft">
        {t("stepOf", { title: t("title"), step: t("step", { number, total: stages.length }) })}
      </p>
      <div aria-hidden className="mt-2 mb-5 flex max-w-xs gap-1.5">
        {stages.map((name, index) => (
          <span
            key={name}
            className={`h-1.5 flex-1 rounded-full ${index < number ? "bg-accent" : "bg-line-soft"}`}
          />
        ))}
      </div>
      <h1 ref={heading} tabIndex={-1} className="text-3xl outline-none sm:text-4xl">
        {t(`stages.${stage}`)}
      </h1>
      <p className="mt-3 text-lg text-ink-soft">
        {t.rich(`${stage}.lead`, { link: (text) => <a href={joiningHref}>{text}</a> })}
      </p>
      {stage === "city" ? (
        <p className="mt-2 text-lg text-ink-soft">{t("city.notStored")}</p>
      ) : null}
    </header>
  );
}
