import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MarkDownloads } from "@/components/cities/mark-downloads";
import { defaultLocale } from "@/lib/i18n/locales";

const render = (city: string) =>
  renderToStaticMarkup(<MarkDownloads locale={defaultLocale} slug="city" city={city} />);

test("the mark of a city has its initials, where windows can write them", () => {
  expect(render("Ghent")).toMatch(/alt="[^"]*initials/);
  expect(render("Ghent")).toContain("Lit windows write the initials.");
  expect(render("القاهرة")).not.toContain("initials");
});
