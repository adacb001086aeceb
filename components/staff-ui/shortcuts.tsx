"use client";

import { useEffect, useRef } from "react";
import { takeEarlyKeys } from "@/components/staff-ui/early-keys";
import { isShortcut, rowAt } from "@/components/staff-ui/shortcut-keys";
import { SmallButton } from "@/components/staff-ui/small-button";
import { useScripts } from "@/components/ui/use-scripts";

type Props = {
  /** False for whoever has switched them off on the account page (WCAG 2.1.4). */
  areOn: boolean;
  /** The keys of the page, in the order of the help sheet. */
  keys: readonly { keys: readonly string[]; does: string }[];
};

/**
 * Keys of one letter for what has a `data-shortcut`, and a help sheet. They tick, open and go
 * somewhere; nothing is ever sent by one.
 */
export function Shortcuts({ areOn, keys }: Props) {
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!areOn) return;
    const press = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (!isShortcut(event, target)) return;
      if (event.key === "?") sheet.current?.showModal();
      else if (!follow(event.key)) return;
      event.preventDefault();
    };
    for (const early of takeEarlyKeys()) press(early);
    document.addEventListener("keydown", press, { capture: true });
    return () => document.removeEventListener("keydown", press, { capture: true });
  }, [areOn]);

  if (!useScripts()) return null;
  return (
    <div className="mt-6 print:hidden">
      <SmallButton type="button" onClick={() => sheet.current?.showModal()}>
        Keyboard shortcuts
      </SmallButton>
      <dialog
        ref={sheet}
        aria-labelledby="shortcuts-title"
        className="m-auto max-w-lg rounded-md border-2 border-ink bg-paper p-5 text-ink backdrop:bg-night/60"
      >
        <h2 id="shortcuts-title" className="mb-2 text-lg">
          Keyboard shortcuts
        </h2>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4 gap-y-1.5">
          {[...keys, { keys: ["?"], does: "Open this sheet" }].map(({ keys: named, does }) => (
            <div key={does} className="contents">
              <dt className="flex gap-1">
                {named.map((key) => (
                  <kbd
                    key={key}
                    className="min-w-6 rounded-sm border border-line px-1 text-center font-bold"
                  >
                    {key}
                  </kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-3 text-ink-soft">
          {areOn
            ? "They do nothing while you type in a field. "
            : "They are switched off for your account. "}
          <a href="/admin/account#shortcuts">
            {areOn ? "Switch them off on your account page" : "Switch them on"}
          </a>
        </p>
        <form method="dialog" className="mt-3">
          <SmallButton autoFocus>Close</SmallButton>
        </form>
      </dialog>
    </div>
  );
}

/** Whether the key means something on this page. */
function follow(key: string): boolean {
  const target = document.querySelector<HTMLElement>(`[data-shortcut="${CSS.escape(key)}"]`);
  const rows = [...document.querySelectorAll<HTMLElement>("[data-shortcut-row]")];
  const row = rowAt(key, rows, document.activeElement);
  if (target) activate(target);
  else if (row) row.focus();
  return Boolean(target ?? row);
}

function activate(target: HTMLElement): void {
  if (target instanceof HTMLAnchorElement) target.click();
  else if (target.tagName === "SUMMARY") openDetails(target);
  else {
    if (target instanceof HTMLInputElement && target.type === "checkbox") target.click();
    target.focus();
  }
}

function openDetails(summary: HTMLElement): void {
  const details = summary.closest("details");
  if (details) details.open = true;
  (details?.querySelector<HTMLElement>("input, textarea, select") ?? summary).focus();
}
