"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";

type Words = (typeof import("@/content/en/messages.json"))["error"];

/**
 * A language's words for a failure, fetched only then: a client component has no other way to the
 * messages.
 */
async function loadWords(language: string): Promise<Words> {
  const [english, translated] = (await Promise.all([
    import("@/content/en/messages.json"),
    import(`@/content/${language}/messages.json`),
  ])) as { error?: Words }[];
  return { ...english?.error, ...translated?.error } as Words;
}

/**
 * Where scripts run and a page fails in the browser. Where the server fails,
 * `lib/front/pages/help-pages.ts` answers.
 */
export default function PageError() {
  const [words, setWords] = useState<Words>();

  useEffect(() => {
    void loadWords(document.documentElement.lang).then(setWords);
  }, []);

  if (!words) return null;
  return (
    <div role="alert" className="max-w-2xl space-y-6">
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      {/* Next would fetch the page's data alone, which the front door does not hand out. */}
      <Button onClick={() => window.location.reload()}>{words.again}</Button>
    </div>
  );
}
