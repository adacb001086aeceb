import { randomUUID } from "node:crypto";
import { PageMemory, type PageMemorySettings } from "@/lib/front/pages/page-memory";
import type { Rendered } from "@/lib/front/pages/render";

/** One for each language. */
const formsMaxBytes = 1_000_000;

/** As long as a key: React's data says of some texts how long they are. */
const placeOfKey = "00000000-0000-4000-8000-000000000000";

/** What differs between the forms of two visitors: a hidden field. */
export type OwnField = { name: string; place: string; newValue: () => string };

export const keyField: OwnField = {
  ...{ name: "submissionKey", place: placeOfKey, newValue: randomUUID },
};

type Settings = Omit<PageMemorySettings, "maxBytes" | "isChangedWhenSent"> & { field: OwnField };

/**
 * A form that is the same for all but for one field: it is made once, and each visitor gets it with
 * a value of its own.
 */
export class FormMemory {
  private readonly pages: PageMemory;

  constructor(private readonly settings: Settings) {
    const { render, schedule, state, field } = settings;
    this.pages = new PageMemory({
      ...{ schedule, state, maxBytes: formsMaxBytes, isChangedWhenSent: true },
      render: async (address) =>
        changed(await render(address), (html) => withoutValue(html, field)),
    });
  }

  /** @throws as PageMemory's does */
  async answer(address: string, left: AbortSignal): Promise<Rendered> {
    const answer = await this.pages.answer(address, left);
    if ("rendered" in answer) return this.withValue(answer.rendered);
    const { status, contentType, bodies, styles } = answer.page;
    const body = "identity" in bodies ? bodies.identity : Buffer.alloc(0);
    return this.withValue({ status, headers: { "content-type": contentType }, body, styles });
  }

  private withValue(rendered: Rendered): Rendered {
    const { place, newValue } = this.settings.field;
    return changed(rendered, (html) => html.replaceAll(place, newValue()));
  }
}

const changed = (rendered: Rendered, change: (html: string) => string): Rendered => ({
  ...rendered,
  body: Buffer.from(change(rendered.body.toString())),
});

/** It stands in a hidden field, and once more in what React remembers of the form's state. */
export function withoutValue(html: string, { name, place }: OwnField): string {
  const [, value] = new RegExp(`name="${name}" value="([\\w.-]+)"`).exec(html) ?? [];
  return value ? html.replaceAll(value, place) : html;
}
