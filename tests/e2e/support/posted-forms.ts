import type { APIRequestContext, Page } from "@playwright/test";

export type Form = Record<string, string>;

/**
 * The forms of a page as a browser without scripts would post them, once for each of their buttons.
 */
export async function readForms(page: Page, path: string): Promise<Form[]> {
  const html = await (await page.request.get(path)).text();
  return page.evaluate((text) => {
    const forms = [
      ...new DOMParser()
        .parseFromString(text, "text/html")
        .querySelectorAll<HTMLFormElement>("main form[method=post i]"),
    ];
    const posts = forms.flatMap((form) =>
      [...form.querySelectorAll("button:enabled")].map(
        (button) => new FormData(form, button as HTMLButtonElement),
      ),
    );
    return posts.map((post) =>
      Object.fromEntries(
        [...post].map(([name, value]) => [name, typeof value === "string" ? value : ""]),
      ),
    );
  }, html);
}

export const post = (request: APIRequestContext, path: string, form: Form, origin: string) =>
  request.post(path, { multipart: form, headers: { origin }, maxRedirects: 0 });
